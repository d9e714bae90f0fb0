package org.jobplatform.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;

/** How many unfinished runs jobs have. True as long as the jobs are locked for a change. */
final class UnfinishedCounts {
    /** True of runs that have not ended; said twice, since each database has an index for one of them. */
    static final String UNFINISHED =
            "(r.state.endedAt is null and r.state.status in ('QUEUED', 'STARTING', 'RUNNING', 'PAUSED', 'STOPPING'))";

    private static final String COUNT = "select r.job.jobId, count(r.id), count(r.state.ownerNode) from RunEntity r"
            + " where r.job.jobId in (:jobs) and " + UNFINISHED + " group by r.job.jobId";

    private final Map<String, Count> counts = new HashMap<>();

    private UnfinishedCounts() {}

    static UnfinishedCounts of(StatelessSession session, Collection<String> jobs) {
        UnfinishedCounts found = new UnfinishedCounts();
        if (!jobs.isEmpty()) {
            List<Object[]> rows = session.createSelectionQuery(COUNT, Object[].class)
                    .setParameterList("jobs", jobs)
                    .getResultList();
            rows.forEach(row -> found.counts.put(
                    (String) row[0], new Count(((Number) row[1]).intValue(), ((Number) row[2]).intValue())));
        }
        return found;
    }

    /** All that have not ended. */
    int unfinished(JobId job) {
        return count(job.value()).unfinished;
    }

    /** Those that a node carries out: each of them takes a slot. */
    int owned(JobId job) {
        return owned(job.value());
    }

    int owned(String job) {
        return count(job).owned;
    }

    /** Counts one more. */
    void add(Run run) {
        Count one = new Count(1, run.owner().isPresent() ? 1 : 0);
        counts.merge(run.job().id().value(), one, Count::plus);
    }

    private Count count(String job) {
        return counts.getOrDefault(job, new Count(0, 0));
    }

    private record Count(int unfinished, int owned) {
        Count plus(Count other) {
            return new Count(unfinished + other.unfinished, owned + other.owned);
        }
    }
}
