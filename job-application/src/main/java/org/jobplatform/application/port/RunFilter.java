package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunStatus;

/**
 * Which runs are looked for; an empty part leaves none out.
 *
 * @param from created then or later
 * @param to created before
 * @param text is contained in the job's name or begins the run's id, without regard to case; of the runs whose ids it begins,
 *     only the last {@value #MOST_IDS} in the order of the ids are found
 * @param reach leaves out every other project
 */
public record RunFilter(
        Set<RunStatus> statuses,
        Optional<JobId> job,
        Optional<ProjectPath> project,
        Optional<Dialect> dialect,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text,
        Reach reach) {
    /** How many runs a text finds by the beginning of their ids. */
    public static final int MOST_IDS = 1_000;

    /** Every run. */
    public static final RunFilter ALL = new RunFilter(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Copies the set. */
    public RunFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Of whatever project. */
    public RunFilter(
            Set<RunStatus> statuses,
            Optional<JobId> job,
            Optional<ProjectPath> project,
            Optional<Dialect> dialect,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> text) {
        this(statuses, job, project, dialect, from, to, text, Reach.EVERYTHING);
    }

    /** This filter, for runs of these statuses only. */
    public RunFilter withStatuses(Set<RunStatus> only) {
        return new RunFilter(only, job, project, dialect, from, to, text, reach);
    }

    /** This filter, for runs of this job only. */
    public RunFilter withJob(JobId only) {
        return new RunFilter(statuses, Optional.of(only), project, dialect, from, to, text, reach);
    }

    /** This filter, for runs out of these projects only. */
    public RunFilter within(Reach only) {
        return new RunFilter(statuses, job, project, dialect, from, to, text, only);
    }
}
