package org.jobplatform.persistence;

import org.jobplatform.application.port.RunContentContract;

final class HibernateRunContentPostgresTest extends StoresUnderTest implements RunContentContract {
    HibernateRunContentPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
