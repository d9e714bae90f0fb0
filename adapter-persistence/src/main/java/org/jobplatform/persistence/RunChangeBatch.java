package org.jobplatform.persistence;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Run;
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
        Map<RowVersion, RunChange> first = new LinkedHashMap<>();
        List<RunEntity> rows = new ArrayList<>();
        for (RunChange change : changes) {
            Run run = change.run();
            // The second of two changes from one version would find the version gone.
            if (first.putIfAbsent(new RowVersion(run.id().value(), run.version()), change) == null) {
                rows.add(RunEntity.from(run));
            } else {
                change.refuse(new RunFailure.Stale(run.id()));
            }
        }
        Set<RowVersion> changed = update.write(session, rows);
        List<DeliveryEntity> deliveries = new ArrayList<>();
        List<RunAttemptEntity> attempts = new ArrayList<>();
        for (RunEntity row : rows) {
            RunChange change = requireNonNull(first.get(row.rowVersion()));
            if (changed.contains(row.rowVersion())) {
                change.delivery().map(DeliveryEntity::added).ifPresent(deliveries::add);
                change.made()
                        .map(made -> RunAttemptEntity.from(change.run().id(), made))
                        .ifPresent(attempts::add);
                change.accept(() -> row.read(change.run(), row.version() + 1));
            } else {
                change.refuse(new RunFailure.Stale(change.run().id()));
            }
        }
        session.insertMultiple(deliveries);
        session.insertMultiple(attempts);
    }
}
