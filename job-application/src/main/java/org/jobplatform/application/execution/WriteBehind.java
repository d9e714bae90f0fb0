package org.jobplatform.application.execution;

import java.util.Optional;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunOutcome;

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
        try {
            live.all().forEach(this::write);
        } catch (StorageUnavailable unavailable) {
            // Everything unwritten stays where it is, and the next turn tries again.
            return false;
        }
        return false;
    }

    private void write(LiveRun attempt) {
        Optional<RunOutcome> outcome = attempt.unwrittenOutcome();
        if (outcome.isPresent()) {
            conclude.conclude(attempt, outcome.get());
            return;
        }
        attempt.flushLog();
        if (!attempt.isFenced() && attempt.writing.tryLock()) {
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
            runs.find(change.id()).ifPresent(attempt::adopt);
        }
    }
}
