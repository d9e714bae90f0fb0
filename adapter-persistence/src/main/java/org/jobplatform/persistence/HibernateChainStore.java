package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.FailedStart;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * The marks in the rows of runs that others follow. A mark is no part of the run, so that setting it back counts no version;
 * it is there from the start on, so that the end of a run is written like any other.
 */
final class HibernateChainStore implements ChainStore {
    private static final String DUE =
            "from RunEntity r where r.chainDue = 1 and r.state.endedAt is not null order by r.state.endedAt, r.number";
    private static final String SETTLE =
            "update run set chain_due = null where id = :id and chain_due = 1 and ended_at is not null";
    private static final String TAKEN = "select count(*) from RunEntity r where r.id = :id"
            + " or (r.origin.originRoot = :root and r.origin.originKind = :kind and r.origin.originPosition = :position)";

    private final Sessions sessions;
    private final RunNumbers numbers;

    HibernateChainStore(Sessions sessions, RunNumbers numbers) {
        this.sessions = sessions;
        this.numbers = numbers;
    }

    @Override
    public List<Run> due(int limit) {
        return sessions.read(
                "looking for chains to go on with",
                session ->
                        session.createSelectionQuery(DUE, RunEntity.class).setMaxResults(limit).getResultList().stream()
                                .map(RunEntity::toRun)
                                .toList());
    }

    @Override
    public void settle(RunId ended) {
        sessions.write("settling a chain", session -> isSettledHere(session, ended));
    }

    @Override
    public Optional<Run> fail(FailedStart failed, Function<Run, Optional<Delivery>> callback) {
        Run run = failed.run(numbers.take(1).next()).withVersion(1);
        Optional<DeliveryEntity> delivery = callback.apply(run).map(DeliveryEntity::added);
        return sessions.write("failing a start of a chain", session -> {
            // The row is locked by this, so that of several callers one goes on.
            if (!isSettledHere(session, failed.parent()) || isTaken(session, failed)) {
                return Optional.empty();
            }
            RunEntity row = RunEntity.from(run, failed.fingerprint());
            session.insert(row);
            HibernateJobStore.keepReference(session, row);
            delivery.ifPresent(session::insert);
            return Optional.of(row.read(run, 1));
        });
    }

    private static boolean isSettledHere(StatelessSession session, RunId ended) {
        return session.createNativeMutationQuery(SETTLE)
                        .setParameter("id", ended.value())
                        .executeUpdate()
                == 1;
    }

    private static boolean isTaken(StatelessSession session, FailedStart failed) {
        Origin origin = failed.request().origin().orElseThrow();
        return session.createSelectionQuery(TAKEN, Long.class)
                        .setParameter("id", failed.id().value())
                        .setParameter("root", origin.root().value())
                        .setParameter("kind", origin.kind().name())
                        .setParameter("position", origin.position())
                        .getSingleResult()
                > 0;
    }
}
