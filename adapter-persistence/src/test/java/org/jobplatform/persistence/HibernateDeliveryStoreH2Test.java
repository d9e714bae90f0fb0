package org.jobplatform.persistence;

import org.jobplatform.application.port.DeliveryStoreContract;

final class HibernateDeliveryStoreH2Test extends StoresUnderTest implements DeliveryStoreContract {
    HibernateDeliveryStoreH2Test() {
        super(TestDatabase.H2);
    }
}
