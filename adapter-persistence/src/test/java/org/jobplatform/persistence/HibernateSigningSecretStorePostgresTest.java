package org.jobplatform.persistence;

import org.jobplatform.application.port.SigningSecretStoreContract;

final class HibernateSigningSecretStorePostgresTest extends StoresUnderTest implements SigningSecretStoreContract {
    HibernateSigningSecretStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
