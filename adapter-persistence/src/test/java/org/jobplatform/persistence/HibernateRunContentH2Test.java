package org.jobplatform.persistence;

import org.jobplatform.application.port.RunContentContract;

final class HibernateRunContentH2Test extends StoresUnderTest implements RunContentContract {
    HibernateRunContentH2Test() {
        super(TestDatabase.H2);
    }
}
