package org.jobplatform.persistence;

import org.jobplatform.application.port.ApiKeyStoreContract;

final class HibernateApiKeyStoreH2Test extends StoresUnderTest implements ApiKeyStoreContract {
    HibernateApiKeyStoreH2Test() {
        super(TestDatabase.H2);
    }
}
