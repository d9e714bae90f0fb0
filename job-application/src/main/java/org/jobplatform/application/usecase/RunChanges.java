package org.jobplatform.application.usecase;

import java.util.function.UnaryOperator;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/**
 * Changes runs that others change too. A change is durable when the call returns; the node that carries the run out learns
 * of it: this one at once, another within a second.
 */
final class RunChanges {
    private static final int MOST_TRIES = 20;

    private final RunStore runs;
    private final FinishRun finish;
    private final LiveRuns live;

    RunChanges(RunStore runs, FinishRun finish, LiveRuns live) {
        this.runs = runs;
        this.finish = finish;
        this.live = live;
    }

    /**
     * Lets this event happen to the run when the asker may do that to it, and returns the run as it then is.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws RunFailure.Stale when it was changed by others again and again
     */
    Run change(RunId id, Permission permission, Principal who, UnaryOperator<Run> event) {
        return change(id, run -> event.apply(Gate.run(run, permission, who)));
    }

    /**
     * Lets this event happen to the run, whoever is behind it, and returns the run as it then is.
     *
     * @throws RunFailure.NotFound when there is no such run
     * @throws RunFailure.Stale when it was changed by others again and again
     */
    Run change(RunId id, UnaryOperator<Run> event) {
        // A lost race means that the run has moved on, and is decided anew.
        for (int tries = 1; ; tries++) {
            try {
                return attempt(id, event);
            } catch (RunFailure.Stale changedMeanwhile) {
                if (tries == MOST_TRIES) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    private Run attempt(RunId id, UnaryOperator<Run> event) {
        Run run = runs.find(id).orElseThrow(() -> new RunFailure.NotFound("id " + id));
        Run next = event.apply(run);
        Run kept = next.equals(run) ? run : next.isEnded() ? finish.finish(next) : runs.update(next);
        live.adopt(kept);
        return kept;
    }
}
