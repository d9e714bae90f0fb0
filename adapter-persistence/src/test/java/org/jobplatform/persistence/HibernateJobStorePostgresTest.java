package org.jobplatform.persistence;

import org.jobplatform.application.port.JobStoreContract;

final class HibernateJobStorePostgresTest extends StoresUnderTest implements JobStoreContract {
    HibernateJobStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
