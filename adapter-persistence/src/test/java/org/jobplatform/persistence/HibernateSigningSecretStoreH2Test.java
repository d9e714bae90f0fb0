package org.jobplatform.persistence;

import org.jobplatform.application.port.SigningSecretStoreContract;

final class HibernateSigningSecretStoreH2Test extends StoresUnderTest implements SigningSecretStoreContract {
    HibernateSigningSecretStoreH2Test() {
        super(TestDatabase.H2);
    }
}
