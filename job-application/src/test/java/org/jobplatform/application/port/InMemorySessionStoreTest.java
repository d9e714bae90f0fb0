package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemorySessionStoreTest implements SessionStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public SessionStore sessions() {
        return storage.sessions();
    }

    @Override
    public UserStore users() {
        return storage.users();
    }
}
