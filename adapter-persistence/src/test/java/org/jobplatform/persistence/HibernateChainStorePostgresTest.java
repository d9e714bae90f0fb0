package org.jobplatform.persistence;

import org.jobplatform.application.port.ChainStoreContract;

final class HibernateChainStorePostgresTest extends StoresUnderTest implements ChainStoreContract {
    HibernateChainStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
