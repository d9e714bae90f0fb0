package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;

/**
 * Which jobs are looked for; an empty part leaves none out.
 *
 * @param text is contained in the name, without regard to case
 */
public record JobFilter(Optional<ProjectPath> project, Optional<JobType> type, Optional<String> text) {
    /** Every job. */
    public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
