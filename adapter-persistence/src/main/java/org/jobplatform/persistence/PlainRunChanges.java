package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Changed runs, with the deliveries that come with their ends. */
final class PlainRunChanges implements PlainChanges {
    private static final FollowedUpdate<RunEntity, DeliveryEntity> UPDATE = new FollowedUpdate<>(
            new BulkUpdate<>(Vendor.POSTGRESQL, "run", RunEntity::rowVersion, RunColumns.CHANGED),
            "delivery",
            new RowArrays<>("d", DeliveryColumns.ADDED),
            "run_id");

    private final VersionedChanges<RunChange, RunEntity> versions;
    private final List<FollowedUpdate.Follower<DeliveryEntity>> deliveries;
    private Set<RowVersion> there = Set.of();

    PlainRunChanges(List<RunChange> changes) {
        this.versions = RunChangeBatch.versions(changes);
        this.deliveries = versions.changes().stream()
                .flatMap(change -> change.delivery().stream()
                        .map(DeliveryEntity::added)
                        .map(row -> new FollowedUpdate.Follower<>(change.run().version(), row)))
                .toList();
    }

    /** The attempt that a run is queued again after is a row more, and seldom. */
    static boolean isPlain(RunChange change) {
        return change.made().isEmpty();
    }

    @Override
    public String sql() {
        return UPDATE.sql(deliveries);
    }

    @Override
    public int bind(PreparedStatement statement, int first) throws SQLException {
        return UPDATE.bind(statement, first, versions.rows(), deliveries);
    }

    @Override
    public void read(ResultSet rows) throws SQLException {
        there = RowVersion.readAll(rows);
    }

    @Override
    public List<Change<?>> settle() {
        versions.settle(there, RunChange::acceptAs);
        return List.of();
    }
}
