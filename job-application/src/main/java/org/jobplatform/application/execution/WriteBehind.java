package org.jobplatform.application.execution;

import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.StopMode;

/**
 * Writes what runners have reported since the last turn: that they are running, their progress, their log, and outcomes
 * that could not be written when they came. A run shorter than the time between two turns is never written in between.
 */
public final class WriteBehind implements Step {
    private final LiveRuns live;
    private final RunStore runs;
    private final ConcludeRun conclude;

    /** Every part comes from the same node. */
    public WriteBehind(LiveRuns live, RunStore runs, ConcludeRun conclude) {
        this.live = live;
        this.runs = runs;
        this.conclude = conclude;
    }

    @Override
    public boolean step() {
        List<RuntimeException> broken = new ArrayList<>();
        for (LiveRun attempt : live.all()) {
            try {
                write(attempt);
            } catch (StorageUnavailable unavailable) {
                // Everything unwritten stays where it is, and the next turn tries again.
                break;
            } catch (RuntimeException unexpected) {
                broken.add(unexpected);
            }
        }
        if (!broken.isEmpty()) {
            // Only now, so that a run that cannot be written keeps no other from it.
            throw broken.getFirst();
        }
        return false;
    }

    private void write(LiveRun attempt) {
        if (attempt.unwrittenOutcome().isPresent()) {
            conclude.again(attempt);
        } else if (!attempt.isFenced() && attempt.flushLog() && attempt.writing.tryLock()) {
            try {
                attempt.unwrittenChange().ifPresent(change -> write(attempt, change));
            } finally {
                attempt.writing.unlock();
            }
        }
    }

    private void write(LiveRun attempt, Run change) {
        try {
            attempt.written(change, runs.update(change));
        } catch (RunFailure.Stale stale) {
            if (runs.find(change.id()).filter(attempt::adopt).isEmpty()) {
                attempt.signal(StopMode.KILL, StopCause.FENCED);
            }
        }
    }
}
