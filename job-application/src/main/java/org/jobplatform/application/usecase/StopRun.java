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
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;

/** Asks a run to stop. The wish is durable when the call returns; the node that carries the run out follows it. */
public final class StopRun {
    private final RunChanges changes;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public StopRun(RunStore runs, FinishRun finish, LiveRuns live, InstantSource clock) {
        this.changes = new RunChanges(runs, finish, live);
        this.clock = clock;
    }

    /**
     * Asks the run to stop, and returns it as it then is: stopped when it waited, stopping otherwise. A wish weaker than
     * one made before changes nothing.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws RunFailure.NotAllowed when it has ended
     * @throws RunFailure.Stale when it was changed by others again and again
     */
    public Run stop(RunId id, StopMode mode, String reason, Principal who) {
        StopRequest wish = new StopRequest(mode, reason, who.name(), clock.instant());
        return changes.change(id, Permission.RUN_STOP, who, run -> run.stop(wish));
    }

    /** The same for the sake of another run, whose start was judged: a newer one of the job, or the flow that it is a step of. */
    Run forAnother(RunId id, StopMode mode, String reason, String requester) {
        StopRequest wish = new StopRequest(mode, reason, requester, clock.instant());
        return changes.change(id, run -> run.stop(wish));
    }
}
