package org.jobplatform.persistence;

import org.jobplatform.application.port.RunNewsContract;

final class HibernateRunNewsPostgresTest extends StoresUnderTest implements RunNewsContract {
    HibernateRunNewsPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
