package org.jobplatform.persistence;

import org.jobplatform.application.port.JobStoreContract;

final class HibernateJobStoreH2Test extends StoresUnderTest implements JobStoreContract {
    HibernateJobStoreH2Test() {
        super(TestDatabase.H2);
    }
}
