package org.jobplatform.persistence;

import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.AnnouncementsContract;

final class StoreAnnouncementsPostgresTest extends StoresUnderTest implements AnnouncementsContract {
    StoreAnnouncementsPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Override
    public Announcements elsewhere() {
        return TestDatabase.POSTGRES.otherNode().announcements();
    }
}
