package org.jobplatform.persistence;

import org.jobplatform.application.port.UserStoreContract;

final class HibernateUserStorePostgresTest extends StoresUnderTest implements UserStoreContract {
    HibernateUserStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
