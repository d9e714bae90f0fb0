package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.callback.Delivery;

/** Keeps deliveries after an attempt, each only onto the version under which it was claimed. */
final class DeliveryRecordBatch {
    private final RowLocks locks;

    DeliveryRecordBatch(RowLocks locks) {
        this.locks = locks;
    }

    void write(StatelessSession session, List<DeliveryRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, Long> versions = locks.versions(
                session,
                "delivery",
                records.stream().map(record -> record.after().id().value()).toList());
        List<DeliveryEntity> deliveries = new ArrayList<>();
        List<DeliveryAttemptEntity> attempts = new ArrayList<>();
        for (DeliveryRecord record : records) {
            Delivery after = record.after();
            if (!versions.remove(after.id().value(), after.version())) {
                record.refuse(new IllegalStateException(
                        "delivery " + after.id() + " was changed meanwhile: somebody else made the attempt"));
                continue;
            }
            DeliveryEntity entity = DeliveryEntity.from(after);
            deliveries.add(entity);
            attempts.add(DeliveryAttemptEntity.from(after.id(), record.attempt()));
            record.accept(entity::toDelivery);
        }
        session.updateMultiple(deliveries);
        session.insertMultiple(attempts);
    }
}
