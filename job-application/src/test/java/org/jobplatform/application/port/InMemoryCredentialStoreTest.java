package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryCredentialStoreTest implements CredentialStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public CredentialStore credentials() {
        return storage.credentials();
    }

    @Override
    public UserStore users() {
        return storage.users();
    }
}
