package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryRunRetentionTest implements RunRetentionContract {
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
    public RunIndex index() {
        return storage.index();
    }

    @Override
    public RunLog log() {
        return storage.log();
    }

    @Override
    public RunContent content() {
        return storage.content();
    }

    @Override
    public DeliveryStore deliveries() {
        return storage.deliveries();
    }

    @Override
    public LeaseStore leases() {
        return storage.leases();
    }

    @Override
    public RunRetention retention() {
        return storage.retention();
    }
}
