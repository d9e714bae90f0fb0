package org.jobplatform.persistence;

import org.jobplatform.application.port.LeaseStoreContract;

final class HibernateLeaseStorePostgresTest extends StoresUnderTest implements LeaseStoreContract {
    HibernateLeaseStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
