package org.jobplatform.application.usecase;

import java.time.InstantSource;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/**
 * Asks that a run is held. It is PAUSED, durably, when the call returns; the node that carries it out holds its work within
 * a second or so.
 */
public final class PauseRun {
    private final RunChanges changes;
    private final JobStore jobs;
    private final TaskRunners runners;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public PauseRun(
            RunStore runs, FinishRun finish, LiveRuns live, JobStore jobs, TaskRunners runners, InstantSource clock) {
        this.changes = new RunChanges(runs, finish, live);
        this.jobs = jobs;
        this.runners = runners;
        this.clock = clock;
    }

    /**
     * Asks that the run is held, and returns it as it then is.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws RunFailure.NotAllowed when it is not running, or its runner cannot hold its work
     * @throws RunFailure.Stale when it was changed by others again and again
     */
    public Run pause(RunId id, Principal who) {
        return changes.change(id, Permission.RUN_STOP, who, run -> {
            Run held = run.pause(clock.instant());
            requirePausable(run);
            return held;
        });
    }

    private void requirePausable(Run run) {
        Job job = jobs.find(run.job().id()).orElseThrow(() -> refused(run, "its job was deleted"));
        String kind = job.definition().runner().kind();
        if (runners.find(kind).filter(TaskRunner::canPause).isEmpty()) {
            throw refused(run, "the runner " + kind + " cannot hold its work");
        }
    }

    private static RunFailure.NotAllowed refused(Run run, String reason) {
        return new RunFailure.NotAllowed(run.id(), run.status(), "paused", reason);
    }
}
