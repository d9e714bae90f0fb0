package org.jobplatform.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * The claim of waiting runs: the highest priority first; of one priority, the jobs in turn, so that a flood of one starves no
 * other; of one job, the oldest. Every step looks up a few rows in the index of what waits, however much
 * does. Runs that somebody else has locked are passed over.
 */
final class RunClaim {
    /** Jobs that share one round. With more, the next claim goes on after the last of them. */
    private static final int JOBS = 32;

    private static final String WAITING = "t.status = 'QUEUED' and t.not_before <= :now";
    private static final FirstUnlocked WAITING_OF_JOB = new FirstUnlocked(
            "run",
            WAITING + " and t.priority = :priority and t.job_id = :job",
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
        OptionalInt priority = highest(session, due, Integer.MAX_VALUE);
        while (priority.isPresent()) {
            new Level(session, owner, due, priority.getAsInt()).claim(claimed, limit);
            priority = claimed.size() < limit ? highest(session, due, priority.getAsInt()) : OptionalInt.empty();
        }
        return claimed;
    }

    private static OptionalInt highest(StatelessSession session, Instant due, int below) {
        Integer found = session.createNativeQuery(
                        "select t.priority from run t where " + WAITING
                                + " and t.priority < :below order by t.status, t.priority desc fetch first 1 rows only",
                        Integer.class)
                .setParameter("now", due)
                .setParameter("below", below)
                .getSingleResultOrNull();
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
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
        void claim(List<Run> claimed, int limit) {
            List<String> jobs = jobsInTurn();
            JobSlots slots = JobSlots.lock(session, vendor, jobs);
            List<String> open = new ArrayList<>(jobs);
            while (!open.isEmpty() && claimed.size() < limit) {
                int share = Math.ceilDiv(limit - claimed.size(), open.size());
                List<RunEntity> round = new ArrayList<>();
                for (String job : List.copyOf(open)) {
                    int most = slots.atMost(job, Math.min(share, limit - claimed.size() - round.size()));
                    List<RunEntity> oldest = most == 0 ? List.of() : oldest(job, most);
                    slots.take(job, oldest.size());
                    round.addAll(oldest);
                    if (!oldest.isEmpty()) {
                        lastJob.set(job);
                    }
                    if (oldest.size() < share) {
                        open.remove(job);
                    }
                }
                claimed.addAll(keep(round));
            }
        }

        /** Those that wait, from the one after the last that had its turn. */
        private List<String> jobsInTurn() {
            String last = requireNonNull(lastJob.get());
            List<String> jobs = new ArrayList<>();
            boolean around = addJobs(jobs, last, "");
            if (around && !last.isEmpty()) {
                addJobs(jobs, "", last);
            }
            return jobs;
        }

        /** Adds the jobs after the one and not after the other; says whether there was room for all. */
        private boolean addJobs(List<String> jobs, String after, String upTo) {
            String job = nextJob(after);
            while (job != null && (upTo.isEmpty() || job.compareTo(upTo) <= 0)) {
                if (jobs.size() == JOBS) {
                    return false;
                }
                jobs.add(job);
                job = nextJob(job);
            }
            return true;
        }

        private @Nullable String nextJob(String after) {
            return session.createNativeQuery(
                            "select t.job_id from run t where " + WAITING
                                    + " and t.priority = :priority and t.job_id > :after"
                                    + " order by t.status, t.priority desc, t.job_id fetch first 1 rows only",
                            String.class)
                    .setParameter("now", due)
                    .setParameter("priority", priority)
                    .setParameter("after", after)
                    .getSingleResultOrNull();
        }

        private List<RunEntity> oldest(String job, int most) {
            Map<String, Object> values = new HashMap<>();
            values.put("now", due);
            values.put("priority", priority);
            values.put("job", job);
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
