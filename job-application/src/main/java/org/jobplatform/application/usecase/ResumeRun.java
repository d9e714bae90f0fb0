package org.jobplatform.application.usecase;

import java.time.InstantSource;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Lets a run that is held go on. The node that carries it out lets its work go on within a second or so. */
public final class ResumeRun {
    private final RunChanges changes;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ResumeRun(RunStore runs, FinishRun finish, LiveRuns live, InstantSource clock) {
        this.changes = new RunChanges(runs, finish, live);
        this.clock = clock;
    }

    /**
     * Lets the run go on, and returns it as it then is.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws RunFailure.NotAllowed when it is not paused
     * @throws RunFailure.Stale when it was changed by others again and again
     */
    public Run resume(RunId id, Principal who) {
        return changes.change(id, Permission.RUN_STOP, who, run -> run.resume(clock.instant()));
    }
}
