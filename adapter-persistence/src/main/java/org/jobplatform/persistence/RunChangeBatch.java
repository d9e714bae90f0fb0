package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;

/** Keeps changed runs, each only onto the version it was made from. */
final class RunChangeBatch {
    private final RowLocks locks;

    RunChangeBatch(RowLocks locks) {
        this.locks = locks;
    }

    void write(StatelessSession session, List<RunChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Long> versions = locks.versions(
                session,
                "run",
                changes.stream().map(change -> change.run().id().value()).toList());
        List<RunEntity> runs = new ArrayList<>();
        List<DeliveryEntity> deliveries = new ArrayList<>();
        List<RunAttemptEntity> attempts = new ArrayList<>();
        for (RunChange change : changes) {
            Run run = change.run();
            // The second of two changes from one version finds the version gone.
            if (!versions.remove(run.id().value(), run.version())) {
                change.refuse(new RunFailure.Stale(run.id()));
                continue;
            }
            RunEntity entity = RunEntity.from(run);
            runs.add(entity);
            change.delivery().map(DeliveryEntity::added).ifPresent(deliveries::add);
            change.made().map(made -> RunAttemptEntity.from(run.id(), made)).ifPresent(attempts::add);
            change.accept(entity::toRun);
        }
        session.updateMultiple(runs);
        session.insertMultiple(deliveries);
        session.insertMultiple(attempts);
    }
}
