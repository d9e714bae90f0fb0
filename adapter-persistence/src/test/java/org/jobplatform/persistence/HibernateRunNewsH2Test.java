package org.jobplatform.persistence;

import org.jobplatform.application.port.RunNewsContract;

final class HibernateRunNewsH2Test extends StoresUnderTest implements RunNewsContract {
    HibernateRunNewsH2Test() {
        super(TestDatabase.H2);
    }
}
