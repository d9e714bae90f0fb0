package org.jobplatform.persistence;

import org.jobplatform.application.port.RunStoreContract;

final class HibernateRunStorePostgresTest extends StoresUnderTest implements RunStoreContract {
    HibernateRunStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
