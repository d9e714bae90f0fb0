package org.jobplatform.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;

/**
 * How many unfinished runs jobs have. True as long as the jobs are locked for a change. Those that are carried out are counted
 * without a look at those that wait, of which there may be very many.
 */
final class UnfinishedCounts {
    /** Of runs that a node carries out, as the values of an {@code in}. */
    static final String OWNED_STATUSES = "'STARTING', 'RUNNING', 'PAUSED', 'STOPPING'";

    private static final String UNFINISHED_STATUSES = "'QUEUED', " + OWNED_STATUSES;

    /** True of runs that have not ended; said twice, since each database has an index for one of them. */
    static final String UNFINISHED = "(r.state.endedAt is null and r.state.status in (" + UNFINISHED_STATUSES + "))";

    /** Counts as far as the highest limit there is. */
    private static final String ALL = "select count(*) from (select r.id from run r where r.job_id = :job"
            + " and r.ended_at is null and r.status in (" + UNFINISHED_STATUSES
            + ") fetch first 10000 rows only) unfinished";

    private final StatelessSession session;
    private final Map<String, Integer> owned = new HashMap<>();
    private final Map<String, Integer> all = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();

    private UnfinishedCounts(StatelessSession session) {
        this.session = session;
    }

    static UnfinishedCounts of(StatelessSession session, Vendor vendor, Collection<String> jobs) {
        UnfinishedCounts found = new UnfinishedCounts(session);
        if (!jobs.isEmpty()) {
            List<Object[]> rows = session.createNativeQuery(
                            "select r.job_id, count(*) from run r " + owned(vendor)
                                    + " and r.job_id in (:jobs) group by r.job_id",
                            Object[].class)
                    .setParameterList("jobs", jobs)
                    .getResultList();
            rows.forEach(row -> found.owned.put((String) row[0], ((Number) row[1]).intValue()));
        }
        return found;
    }

    private static String owned(Vendor vendor) {
        return switch (vendor) {
            case POSTGRESQL -> "where r.ended_at is null and r.status in (" + OWNED_STATUSES + ")";
            // All that this node carries out are fewer than what may wait of one job.
            case H2 -> "use index (run_owned_by) where r.owner_node >= ''";
        };
    }

    /** All that have not ended; at least 10,000 when there are more. */
    int unfinished(JobId job) {
        return all.computeIfAbsent(job.value(), this::countAll) + added.getOrDefault(job.value(), 0);
    }

    private int countAll(String job) {
        return session.createNativeQuery(ALL, Long.class)
                .setParameter("job", job)
                .getSingleResult()
                .intValue();
    }

    /** Those that a node carries out: each of them takes a slot. */
    int owned(JobId job) {
        return owned(job.value());
    }

    int owned(String job) {
        return owned.getOrDefault(job, 0);
    }

    /** Counts one more, which is not in the database yet. */
    void add(Run run) {
        String job = run.job().id().value();
        added.merge(job, 1, Integer::sum);
        if (run.owner().isPresent()) {
            owned.merge(job, 1, Integer::sum);
        }
    }
}
