package org.jobplatform.persistence;

import org.jobplatform.application.port.RunLogContract;

final class HibernateRunLogH2Test extends StoresUnderTest implements RunLogContract {
    HibernateRunLogH2Test() {
        super(TestDatabase.H2);
    }
}
