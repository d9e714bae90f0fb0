package org.jobplatform.persistence;

import org.jobplatform.application.port.RunIndexContract;

final class HibernateRunIndexH2Test extends StoresUnderTest implements RunIndexContract {
    HibernateRunIndexH2Test() {
        super(TestDatabase.H2);
    }
}
