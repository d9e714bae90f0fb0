package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.RunFailure;

/** Keeps changed runs, each only onto the version it was made from. */
final class RunChangeBatch {
    private final BulkUpdate<RunEntity> update;

    RunChangeBatch(Vendor vendor) {
        this.update = new BulkUpdate<>(vendor, "run", RunEntity::rowVersion, RunColumns.CHANGED);
    }

    void write(StatelessSession session, List<RunChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        VersionedChanges<RunChange, RunEntity> versions = versions(changes);
        Set<RowVersion> there = update.write(session, versions.rows());
        List<DeliveryEntity> deliveries = new ArrayList<>();
        List<RunAttemptEntity> attempts = new ArrayList<>();
        versions.settle(there, (change, row) -> {
            change.delivery().map(DeliveryEntity::added).ifPresent(deliveries::add);
            change.made()
                    .map(made -> RunAttemptEntity.from(change.run().id(), made))
                    .ifPresent(attempts::add);
            change.acceptAs(row);
        });
        session.insertMultiple(deliveries);
        session.insertMultiple(attempts);
    }

    static VersionedChanges<RunChange, RunEntity> versions(List<RunChange> changes) {
        return new VersionedChanges<>(
                changes,
                change -> RunEntity.from(change.run()),
                RunEntity::rowVersion,
                change -> change.refuse(new RunFailure.Stale(change.run().id())));
    }
}
