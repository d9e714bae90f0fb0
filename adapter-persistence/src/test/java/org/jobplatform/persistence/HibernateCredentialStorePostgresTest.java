package org.jobplatform.persistence;

import org.jobplatform.application.port.CredentialStoreContract;

final class HibernateCredentialStorePostgresTest extends StoresUnderTest implements CredentialStoreContract {
    HibernateCredentialStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
