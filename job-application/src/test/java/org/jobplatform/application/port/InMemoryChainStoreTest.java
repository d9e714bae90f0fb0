package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryChainStoreTest implements ChainStoreContract {
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
    public DeliveryStore deliveries() {
        return storage.deliveries();
    }

    @Override
    public ChainStore chains() {
        return storage.chains();
    }

    @Override
    public RunIndex index() {
        return storage.index();
    }
}
