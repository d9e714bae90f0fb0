package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;

/** How one job names another: by its id, or by its project and name with a slash between. */
public sealed interface JobAddress {
    /** An id. */
    record ById(JobId id) implements JobAddress {}

    /** A project and a name. */
    record ByName(ProjectPath project, JobName name) implements JobAddress {}

    /** What the text says; empty when it can name no job. */
    static Optional<JobAddress> parse(String text) {
        int slash = text.lastIndexOf('/');
        try {
            return Optional.of(
                    slash < 0
                            ? new ById(new JobId(text))
                            : new ByName(
                                    new ProjectPath(text.substring(0, slash)), new JobName(text.substring(slash + 1))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
