package org.jobplatform.application.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;

/** How runs are looked up and listed. Reads see every change that was acknowledged before. */
public interface RunIndex {
    /** The run with this number. */
    Optional<Run> find(RunNumber number);

    /**
     * One page of runs, newest first: by time of creation, then number, both falling.
     *
     * @param after the last run of the page before; empty for the first page
     * @param limit most runs to return, at least 1
     */
    List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit);

    /**
     * The runs that a user has started last, newest first: by time of creation, then number, both falling.
     *
     * @param requester the name of the user as the runs have it
     * @param reach only of these projects
     * @param limit most runs to return, at least 1
     */
    List<Run> startedBy(String requester, Reach reach, int limit);

    /** Every unfinished run of a job, oldest first. */
    List<Run> unfinished(JobId job);

    /** How many unfinished runs the jobs of a project have; those of projects below it do not count. */
    int unfinished(ProjectPath project);

    /**
     * Ended runs, the last ended first: by time of ending, then number, both falling.
     *
     * @param job only of this job
     * @param reach only of these projects
     * @param offset runs to leave out, at least 0
     * @param limit most runs to return, at least 1
     */
    List<Run> ended(Optional<JobId> job, Reach reach, int offset, int limit);

    /** The runs that follow this one in its chain, as the first of which it began, by their positions. */
    List<Run> chain(RunId first);

    /** The runs of the steps of these flows, by their positions. */
    List<Run> steps(Collection<RunId> flows);

    /** The attempts after which the run waited for another one, in their order; the latest is told by the run itself. */
    List<RunAttempt> attempts(RunId run);
}
