package org.jobplatform.persistence;

import org.jobplatform.application.port.RunRetentionContract;

final class HibernateRunRetentionPostgresTest extends StoresUnderTest implements RunRetentionContract {
    HibernateRunRetentionPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
