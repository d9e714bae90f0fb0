package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;

/**
 * Which jobs are looked for; an empty part leaves none out.
 *
 * @param text is contained in the name, without regard to case
 * @param reach leaves out every other project
 */
public record JobFilter(Optional<ProjectPath> project, Optional<JobType> type, Optional<String> text, Reach reach) {
    /** Every job. */
    public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of whatever project. */
    public JobFilter(Optional<ProjectPath> project, Optional<JobType> type, Optional<String> text) {
        this(project, type, text, Reach.EVERYTHING);
    }

    /** This filter, for jobs out of these projects only. */
    public JobFilter within(Reach only) {
        return new JobFilter(project, type, text, only);
    }
}
