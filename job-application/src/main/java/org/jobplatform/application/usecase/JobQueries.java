package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;

/** What can be known of jobs. */
public final class JobQueries {
    private final JobStore jobs;

    /** Where the jobs are kept. */
    public JobQueries(JobStore jobs) {
        this.jobs = jobs;
    }

    /** The job with this id. @throws JobFailure.NotFound when there is none */
    public Job find(JobId id) {
        return jobs.find(id).orElseThrow(() -> new JobFailure.NotFound("id " + id));
    }

    /** The job with this federated id. @throws JobFailure.NotFound when there is none */
    public Job find(FederatedId id) {
        return jobs.find(id).orElseThrow(() -> new JobFailure.NotFound("federated id " + id));
    }

    /** Every job of this name, in the order of their projects. */
    public List<Job> named(JobName name) {
        return jobs.named(name);
    }

    /** As {@link JobStore#page}. */
    public List<Job> page(JobFilter filter, Optional<JobCursor> after, int limit) {
        return jobs.page(filter, after, limit);
    }
}
