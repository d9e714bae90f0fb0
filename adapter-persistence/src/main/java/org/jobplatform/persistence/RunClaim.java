package org.jobplatform.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;

/**
 * The claim of waiting runs: the highest priority first; of one priority, the jobs in turn, so that a flood of one starves no
 * other; of one job, the oldest. Every step looks up a few rows in the index of what waits, however much
 * does. Runs that somebody else has locked are passed over.
 */
final class RunClaim {
    private static final FirstUnlocked WAITING_OF_JOB = new FirstUnlocked(
            "run",
            JobsInTurn.WAITING + " and t.priority = :priority and t.job_id = :job and t.created_at >= :oldest",
            "t.status, t.priority desc, t.job_id, t.created_at, t.number");

    private final Vendor vendor;
    private final RowLocks locks;
    private final BulkUpdate<RunEntity> update;
    private final AtomicReference<String> lastJob = new AtomicReference<>("");

    RunClaim(Vendor vendor, RowLocks locks) {
        this.vendor = vendor;
        this.locks = locks;
        this.update = new BulkUpdate<>(vendor, "run", RunEntity::rowVersion, RunColumns.CLAIMED);
    }

    List<Run> make(StatelessSession session, Owner owner, int limit, Instant now) {
        if (locks.leasesForKeep(session, List.of(owner)).isEmpty()) {
            return List.of();
        }
        Instant due = Stored.time(now);
        List<Run> claimed = new ArrayList<>();
        Optional<JobsInTurn> next = inTurn(session, due, Integer.MAX_VALUE);
        while (next.isPresent()) {
            JobsInTurn turn = next.get();
            new Level(session, owner, due, turn.priority()).claim(turn.turns(), claimed, limit);
            next = claimed.size() < limit ? inTurn(session, due, turn.priority()) : Optional.empty();
        }
        return claimed;
    }

    private Optional<JobsInTurn> inTurn(StatelessSession session, Instant due, int below) {
        return JobsInTurn.find(session, vendor, due, below, requireNonNull(lastJob.get()));
    }

    /** What waits with one priority. */
    private final class Level {
        private final StatelessSession session;
        private final Owner owner;
        private final Instant due;
        private final int priority;

        Level(StatelessSession session, Owner owner, Instant due, int priority) {
            this.session = session;
            this.owner = owner;
            this.due = due;
            this.priority = priority;
        }

        /** Round after round, until the limit is reached or nothing more can be claimed. */
        void claim(List<JobsInTurn.Turn> turns, List<Run> claimed, int limit) {
            JobSlots slots = JobSlots.lock(
                    session, vendor, turns.stream().map(JobsInTurn.Turn::job).toList());
            List<JobsInTurn.Turn> open = new ArrayList<>(turns);
            while (!open.isEmpty() && claimed.size() < limit) {
                int share = Math.ceilDiv(limit - claimed.size(), open.size());
                List<RunEntity> round = new ArrayList<>();
                for (JobsInTurn.Turn turn : List.copyOf(open)) {
                    String job = turn.job();
                    int most = slots.atMost(job, Math.min(share, limit - claimed.size() - round.size()));
                    List<RunEntity> oldest = most == 0 ? List.of() : oldest(turn, most);
                    slots.take(job, oldest.size());
                    round.addAll(oldest);
                    if (!oldest.isEmpty()) {
                        lastJob.set(job);
                    }
                    if (oldest.size() < share) {
                        open.remove(turn);
                    }
                }
                claimed.addAll(keep(round));
            }
        }

        private List<RunEntity> oldest(JobsInTurn.Turn turn, int most) {
            Map<String, Object> values = new HashMap<>();
            values.put("now", due);
            values.put("priority", priority);
            values.put("job", turn.job());
            values.put("oldest", turn.oldest());
            // By their ids, since Hibernate keeps how to read such rows, which it finds out anew for each query in SQL.
            return session.getMultiple(RunEntity.class, WAITING_OF_JOB.lockIds(session, vendor, values, most));
        }

        private List<Run> keep(List<RunEntity> round) {
            List<Run> claimed = new ArrayList<>();
            List<RunEntity> rows = new ArrayList<>();
            for (RunEntity waiting : round) {
                Run run = waiting.toRun().claim(owner, due);
                claimed.add(run.withVersion(run.version() + 1));
                rows.add(RunEntity.from(run));
            }
            update.write(session, rows);
            return claimed;
        }
    }
}
