package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryApiKeyStoreTest implements ApiKeyStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public ApiKeyStore keys() {
        return storage.keys();
    }
}
