package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryRunNewsTest implements RunNewsContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public RunStore runs() {
        return storage.runs();
    }

    @Override
    public JobStore jobs() {
        return storage.jobs();
    }

    @Override
    public LeaseStore leases() {
        return storage.leases();
    }

    @Override
    public RunNews news() {
        return storage.news();
    }
}
