package org.jobplatform.application.port;

import org.jobplatform.domain.job.JobReference;

/**
 * How many runs of a job are due to be deleted.
 *
 * @param job as its last ended run remembers it
 * @param runs how many, up to the most that were counted
 * @param more whether there are more than that
 */
public record DueRuns(JobReference job, int runs, boolean more) {}
