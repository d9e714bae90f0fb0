package org.jobplatform.application.port;

import java.time.InstantSource;

class InMemoryAnnouncementsTest implements AnnouncementsContract {
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
    public Announcements announcements() {
        return storage.announcements();
    }

    @Override
    public Announcements elsewhere() {
        return storage.announcements();
    }
}
