package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;

/** Keeps deliveries after an attempt, each only onto the version under which it was claimed. */
final class DeliveryRecordBatch {
    private final BulkUpdate<DeliveryEntity> update;

    DeliveryRecordBatch(Vendor vendor) {
        this.update = new BulkUpdate<>(vendor, "delivery", DeliveryEntity::rowVersion, DeliveryColumns.CHANGED);
    }

    void write(StatelessSession session, List<DeliveryRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        VersionedChanges<DeliveryRecord, DeliveryEntity> versions = versions(records);
        Set<RowVersion> there = update.write(session, versions.rows());
        List<DeliveryAttemptEntity> attempts = new ArrayList<>();
        versions.settle(there, (record, row) -> {
            attempts.add(record.attemptRow());
            record.acceptAs(row);
        });
        session.insertMultiple(attempts);
    }

    static VersionedChanges<DeliveryRecord, DeliveryEntity> versions(List<DeliveryRecord> records) {
        return new VersionedChanges<>(
                records,
                record -> DeliveryEntity.from(record.after()),
                DeliveryEntity::rowVersion,
                record -> record.refuse(new IllegalStateException(
                        "delivery " + record.after().id() + " was changed meanwhile: somebody else made the attempt")));
    }
}
