package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;

/** What can be known of jobs, by whom. */
public final class JobQueries {
    private final JobStore jobs;

    /** Where the jobs are kept. */
    public JobQueries(JobStore jobs) {
        this.jobs = jobs;
    }

    /** The job with this id. @throws JobFailure.NotFound when there is none, or not for this asker */
    public Job find(JobId id, Principal who) {
        return Gate.job(jobs.find(id), "id " + id, Permission.JOB_READ, who);
    }

    /** The job with this federated id. @throws JobFailure.NotFound when there is none, or not for this asker */
    public Job find(FederatedId id, Principal who) {
        return Gate.job(jobs.find(id), "federated id " + id, Permission.JOB_READ, who);
    }

    /** The job of this project and name, when it is there and shown to the asker. */
    public Optional<Job> find(ProjectPath project, JobName name, Principal who) {
        return jobs.find(project, name).filter(job -> who.may(Permission.JOB_READ, project));
    }

    /** Every job of this name that is shown to the asker, in the order of their projects. */
    public List<Job> named(JobName name, Principal who) {
        return jobs.named(name, who.reach(Permission.JOB_READ));
    }

    /** As {@link JobStore#page}, of the jobs that are shown to the asker. */
    public List<Job> page(JobFilter filter, Optional<JobCursor> after, int limit, Principal who) {
        return jobs.page(filter.within(who.reach(Permission.JOB_READ)), after, limit);
    }
}
