package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;

/**
 * Deletes what a history need not keep. A run is due when it ended long enough ago, is not among the last ended of its job
 * that are kept whatever their age, and has no delivery that is still pending. How long ago that is goes by the store's
 * clock and by that of the caller, whichever is behind.
 */
public interface RunRetention {
    /**
     * Deletes runs of one job that are due, with their logs, content and deliveries, in one atomic change. Their ids,
     * numbers and idempotency keys are free again. Runs that another caller is deleting are left to it.
     *
     * @param after the job to begin after, in the order of ids; empty for the first
     * @param most runs to delete, at least 1; fewer when they left much content
     * @return what was done with the first job after that one that has ended runs; empty when there is none
     */
    Optional<Sweep> sweep(RetentionPolicy policy, Instant now, Optional<JobId> after, int most);

    /**
     * What {@link #sweep} would delete now: the jobs that have ended runs, in the order of their ids, with how many of
     * these are due.
     *
     * @param after the last job of the page before; empty for the first page
     * @param jobs most jobs to return, at least 1
     * @param most runs of each job to count, at least 1
     */
    List<DueRuns> due(RetentionPolicy policy, Instant now, Optional<JobId> after, int jobs, int most);

    /**
     * Drops content that was begun to be saved and never became visible, where the run has ended.
     *
     * @param most pieces of content to drop, at least 1
     * @return how many were dropped
     */
    int dropStrayContent(int most);

    /**
     * One sweep.
     *
     * @param job whose runs were looked at
     * @param deleted how many of them were deleted
     * @param more whether there may be more of it to delete at once
     */
    record Sweep(JobId job, int deleted, boolean more) {}
}
