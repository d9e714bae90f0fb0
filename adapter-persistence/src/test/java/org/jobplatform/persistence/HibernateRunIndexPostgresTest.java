package org.jobplatform.persistence;

import org.jobplatform.application.port.RunIndexContract;

final class HibernateRunIndexPostgresTest extends StoresUnderTest implements RunIndexContract {
    HibernateRunIndexPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
