package org.jobplatform.persistence;

import org.jobplatform.application.port.UserStoreContract;

final class HibernateUserStoreH2Test extends StoresUnderTest implements UserStoreContract {
    HibernateUserStoreH2Test() {
        super(TestDatabase.H2);
    }
}
