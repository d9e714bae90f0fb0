package org.jobplatform.application.execution;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;

/**
 * The jobs that this node has read lately, so that a short run costs no look at them. A job found here is at most a second
 * old; a start that relies on another than the store has is refused by the store, and reads anew.
 */
public final class KnownJobs {
    private final JobStore jobs;
    private final Recent<JobId, Job> recent;

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    public KnownJobs(JobStore jobs, LongSupplier nanoTime) {
        this.jobs = jobs;
        this.recent = new Recent<>(nanoTime);
    }

    /**
     * The job with this id, as it was within the last second.
     *
     * @throws org.jobplatform.application.port.StorageUnavailable when it must be read and cannot be
     */
    public Optional<Job> find(JobId id) {
        return recent.find(id, jobs::find);
    }

    /** The next look reads the job from the store. */
    public void forget(JobId id) {
        recent.forget(id);
    }
}
