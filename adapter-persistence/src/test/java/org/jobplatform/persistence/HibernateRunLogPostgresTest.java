package org.jobplatform.persistence;

import org.jobplatform.application.port.RunLogContract;

final class HibernateRunLogPostgresTest extends StoresUnderTest implements RunLogContract {
    HibernateRunLogPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
