package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryUserStoreTest implements UserStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public UserStore users() {
        return storage.users();
    }

    @Override
    public SessionStore sessions() {
        return storage.sessions();
    }

    @Override
    public ApiKeyStore keys() {
        return storage.keys();
    }
}
