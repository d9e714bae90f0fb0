package org.jobplatform.persistence;

import org.jobplatform.application.port.ChainStoreContract;

final class HibernateChainStoreH2Test extends StoresUnderTest implements ChainStoreContract {
    HibernateChainStoreH2Test() {
        super(TestDatabase.H2);
    }
}
