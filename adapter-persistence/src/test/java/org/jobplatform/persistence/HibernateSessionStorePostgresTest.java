package org.jobplatform.persistence;

import org.jobplatform.application.port.SessionStoreContract;

final class HibernateSessionStorePostgresTest extends StoresUnderTest implements SessionStoreContract {
    HibernateSessionStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
