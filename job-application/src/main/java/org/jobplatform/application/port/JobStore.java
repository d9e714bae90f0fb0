package org.jobplatform.application.port;

import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;

/** Where jobs are kept. Every call is one atomic, durable change, and throws {@link StorageUnavailable} when it cannot be. */
public interface JobStore {
    /**
     * Inserts a job of version 0, or replaces the one whose version the given job has. Returns it with the next version.
     *
     * @throws org.jobplatform.domain.job.JobFailure.Taken when another job has its id, its federated id, or its name in
     *     its project
     * @throws org.jobplatform.domain.job.JobFailure.Stale when the stored version is another, or the job is gone
     */
    Job save(Job job);

    /**
     * Deletes a job; its runs stay.
     *
     * @throws org.jobplatform.domain.job.JobFailure.Stale when the stored version is another, or the job is gone
     * @throws org.jobplatform.domain.job.JobFailure.HasUnfinishedRuns when a run of it has not ended
     */
    void delete(JobId id, long version);

    /** The job with this id. */
    Optional<Job> find(JobId id);

    /** The job with this federated id. */
    Optional<Job> find(FederatedId id);

    /** The job of this project and name; the name is compared exactly. */
    default Optional<Job> find(ProjectPath project, JobName name) {
        return named(name, Reach.EVERYTHING).stream()
                .filter(job -> job.definition().project().equals(project))
                .findFirst();
    }

    /** Every job of this name in these projects, in the order of the projects; the name is compared exactly. */
    List<Job> named(JobName name, Reach reach);

    /**
     * One page of jobs in the order of project, then name.
     *
     * @param after the last job of the page before; empty for the first page
     * @param limit most jobs to return, at least 1
     */
    List<Job> page(JobFilter filter, Optional<JobCursor> after, int limit);
}
