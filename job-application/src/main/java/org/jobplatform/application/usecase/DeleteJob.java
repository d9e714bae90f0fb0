package org.jobplatform.application.usecase;

import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;

/** Deletes a job. Its runs stay and can be looked at. */
public final class DeleteJob {
    private final JobStore jobs;

    /** Where the jobs are kept. */
    public DeleteJob(JobStore jobs) {
        this.jobs = jobs;
    }

    /**
     * Deletes the job.
     *
     * @throws JobFailure.NotFound when there is none with this id, or not for this asker
     * @throws JobFailure.HasUnfinishedRuns when a run of it has not ended
     * @throws JobFailure.Stale when it was changed while this was done
     */
    public void delete(JobId id, Principal who) {
        Job job = Gate.job(jobs.find(id), "id " + id, Permission.JOB_WRITE, who);
        jobs.delete(id, job.version());
    }
}
