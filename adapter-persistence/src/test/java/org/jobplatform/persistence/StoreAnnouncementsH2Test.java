package org.jobplatform.persistence;

import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.AnnouncementsContract;

final class StoreAnnouncementsH2Test extends StoresUnderTest implements AnnouncementsContract {
    StoreAnnouncementsH2Test() {
        super(TestDatabase.H2);
    }

    @Override
    public Announcements elsewhere() {
        return TestDatabase.H2.database().announcements();
    }
}
