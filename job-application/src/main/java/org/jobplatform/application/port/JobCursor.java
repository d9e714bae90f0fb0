package org.jobplatform.application.port;

import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;

/** The place of a job in the order of project, then name. */
public record JobCursor(ProjectPath project, JobName name) {
    /** The place of this job. */
    public static JobCursor of(Job job) {
        return new JobCursor(job.definition().project(), job.definition().name());
    }
}
