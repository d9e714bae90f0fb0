package org.jobplatform.persistence;

import org.jobplatform.application.port.LeaseStoreContract;

final class HibernateLeaseStoreH2Test extends StoresUnderTest implements LeaseStoreContract {
    HibernateLeaseStoreH2Test() {
        super(TestDatabase.H2);
    }
}
