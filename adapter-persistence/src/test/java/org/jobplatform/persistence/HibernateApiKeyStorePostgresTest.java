package org.jobplatform.persistence;

import org.jobplatform.application.port.ApiKeyStoreContract;

final class HibernateApiKeyStorePostgresTest extends StoresUnderTest implements ApiKeyStoreContract {
    HibernateApiKeyStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
