package org.jobplatform.persistence;

import org.jobplatform.application.port.SessionStoreContract;

final class HibernateSessionStoreH2Test extends StoresUnderTest implements SessionStoreContract {
    HibernateSessionStoreH2Test() {
        super(TestDatabase.H2);
    }
}
