package org.jobplatform.persistence;

import org.jobplatform.application.port.CredentialStoreContract;

final class HibernateCredentialStoreH2Test extends StoresUnderTest implements CredentialStoreContract {
    HibernateCredentialStoreH2Test() {
        super(TestDatabase.H2);
    }
}
