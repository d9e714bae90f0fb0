package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;

/** Asks a run to stop. The wish is durable when the call returns; the node that carries the run out follows it. */
public final class StopRun {
    private final RunStore runs;
    private final FinishRun finish;
    private final LiveRuns live;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public StopRun(RunStore runs, FinishRun finish, LiveRuns live, InstantSource clock) {
        this.runs = runs;
        this.finish = finish;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Asks the run to stop, and returns it as it then is: stopped when it waited, stopping otherwise. A wish weaker than
     * one made before changes nothing.
     *
     * @param requester the name of the user who asks
     * @throws RunFailure.NotFound when there is no such run
     * @throws RunFailure.NotAllowed when it has ended
     */
    public Run stop(RunId id, StopMode mode, String reason, String requester) {
        StopRequest wish = new StopRequest(mode, reason, requester, clock.instant());
        Optional<Run> stopped = Optional.empty();
        // A lost race means that the run has moved on, and is decided anew; it ends some day.
        while (stopped.isEmpty()) {
            stopped = attempt(id, wish);
        }
        return stopped.get();
    }

    private Optional<Run> attempt(RunId id, StopRequest wish) {
        Run run = runs.find(id).orElseThrow(() -> new RunFailure.NotFound("id " + id));
        Run next = run.stop(wish);
        if (next.equals(run)) {
            return Optional.of(run);
        }
        try {
            Run kept = next.isEnded() ? finish.finish(next) : runs.update(next);
            live.adopt(kept);
            return Optional.of(kept);
        } catch (RunFailure.Stale changedMeanwhile) {
            return Optional.empty();
        }
    }
}
