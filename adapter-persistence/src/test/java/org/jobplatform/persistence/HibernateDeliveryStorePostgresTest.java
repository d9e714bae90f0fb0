package org.jobplatform.persistence;

import org.jobplatform.application.port.DeliveryStoreContract;

final class HibernateDeliveryStorePostgresTest extends StoresUnderTest implements DeliveryStoreContract {
    HibernateDeliveryStorePostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
