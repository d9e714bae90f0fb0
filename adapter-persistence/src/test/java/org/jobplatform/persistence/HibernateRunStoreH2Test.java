package org.jobplatform.persistence;

import org.jobplatform.application.port.RunStoreContract;

final class HibernateRunStoreH2Test extends StoresUnderTest implements RunStoreContract {
    HibernateRunStoreH2Test() {
        super(TestDatabase.H2);
    }
}
