package org.jobplatform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;

/** What a run remembers of its job. */
@Embeddable
record JobReferenceColumns(
        @Column(updatable = false) String jobId,
        @Column(updatable = false) String jobFederatedId,
        @Column(updatable = false) String jobProject,
        @Column(updatable = false) String jobName,
        @Column(updatable = false) String jobNameFolded,
        @Column(updatable = false) String jobType) {

    static JobReferenceColumns from(JobReference job) {
        return new JobReferenceColumns(
                job.id().value(),
                job.federatedId().value(),
                job.project().value(),
                job.name().value(),
                Stored.folded(job.name().value()),
                job.type().value());
    }

    JobReference toReference() {
        return new JobReference(
                new JobId(jobId),
                new FederatedId(jobFederatedId),
                new ProjectPath(jobProject),
                new JobName(jobName),
                new JobType(jobType));
    }
}
