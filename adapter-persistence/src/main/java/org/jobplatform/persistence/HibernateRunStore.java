package org.jobplatform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;

/** Runs in the database. */
final class HibernateRunStore implements RunStore {
    private static final String OWNED =
            "from RunEntity r where r.state.ownerNode = :node and r.state.ownerBoot = :boot";
    private static final String OLDEST_FIRST = " order by r.createdAt, r.number";

    private final Sessions sessions;
    private final GroupCommit groups;
    private final RunClaim claim;

    HibernateRunStore(Sessions sessions, GroupCommit groups, RunClaim claim) {
        this.sessions = sessions;
        this.groups = groups;
        this.claim = claim;
    }

    @Override
    public AddResult add(NewRun run) {
        return groups.make(new RunAddition(run));
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        return sessions.write("claiming runs", session -> claim.make(session, owner, limit, now));
    }

    @Override
    public Run update(Run changed) {
        if (changed.isEnded()) {
            throw new IllegalArgumentException("run " + changed.id() + " has ended and must be finished");
        }
        return groups.make(RunChange.update(changed));
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        if (waiting.status() != RunStatus.QUEUED) {
            throw new IllegalArgumentException("run " + waiting.id() + " does not wait");
        }
        return groups.make(RunChange.requeue(waiting, made));
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        if (!ended.isEnded()) {
            throw new IllegalArgumentException("run " + ended.id() + " has not ended");
        }
        return groups.make(RunChange.finish(ended, delivery));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return sessions.read(
                "finding a run",
                session -> Optional.ofNullable(session.get(RunEntity.class, id.value()))
                        .map(RunEntity::toRun));
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        return owned(OWNED + OLDEST_FIRST, owner, limit);
    }

    @Override
    public List<Run> asked(Owner owner) {
        return owned(OWNED + " and r.state.status in ('STOPPING', 'PAUSED')" + OLDEST_FIRST, owner, Integer.MAX_VALUE);
    }

    private List<Run> owned(String query, Owner owner, int limit) {
        return sessions.read(
                "finding the runs of a node",
                session -> session
                        .createSelectionQuery(query, RunEntity.class)
                        .setParameter("node", owner.node())
                        .setParameter("boot", owner.boot())
                        .setMaxResults(limit)
                        .getResultList()
                        .stream()
                        .map(RunEntity::toRun)
                        .toList());
    }
}
