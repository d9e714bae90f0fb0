package org.jobplatform.persistence;

import org.jobplatform.application.port.RunRetentionContract;

final class HibernateRunRetentionH2Test extends StoresUnderTest implements RunRetentionContract {
    HibernateRunRetentionH2Test() {
        super(TestDatabase.H2);
    }
}
