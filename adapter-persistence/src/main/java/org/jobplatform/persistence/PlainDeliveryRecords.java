package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Deliveries after attempts, with the attempts. */
final class PlainDeliveryRecords implements PlainChanges {
    private static final FollowedUpdate<DeliveryEntity, DeliveryAttemptEntity> UPDATE = new FollowedUpdate<>(
            new BulkUpdate<>(Vendor.POSTGRESQL, "delivery", DeliveryEntity::rowVersion, DeliveryColumns.CHANGED),
            "delivery_attempt",
            new RowArrays<>("a", DeliveryColumns.ATTEMPT),
            "delivery_id");

    private final VersionedChanges<DeliveryRecord, DeliveryEntity> versions;
    private final List<FollowedUpdate.Follower<DeliveryAttemptEntity>> attempts;
    private Set<RowVersion> there = Set.of();

    PlainDeliveryRecords(List<DeliveryRecord> records) {
        this.versions = DeliveryRecordBatch.versions(records);
        this.attempts = versions.changes().stream()
                .map(record -> new FollowedUpdate.Follower<>(record.after().version(), record.attemptRow()))
                .toList();
    }

    @Override
    public String sql() {
        return UPDATE.sql(attempts);
    }

    @Override
    public int bind(PreparedStatement statement, int first) throws SQLException {
        return UPDATE.bind(statement, first, versions.rows(), attempts);
    }

    @Override
    public void read(ResultSet rows) throws SQLException {
        there = RowVersion.readAll(rows);
    }

    @Override
    public List<Change<?>> settle() {
        versions.settle(there, DeliveryRecord::acceptAs);
        return List.of();
    }
}
