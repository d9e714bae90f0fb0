package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;

/** Turns the outcome of an attempt into the next durable state of its run: ended, or waiting for its next attempt. */
public final class ConcludeRun {
    /** Others change a run a few times in its life, so that more lost races than this mean something else. */
    private static final int MOST_TRIES = 20;

    private static final RunOutcome WRITTEN_OFF = new RunOutcome.Failed(
            "its runner did not end when it was to end by force, and was written off; it may still be at work");

    private final RunStore runs;
    private final JudgeOutcome judge;
    private final FinishRun finish;
    private final LiveRuns live;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ConcludeRun(
            RunStore runs, JobStore jobs, TaskRunners runners, FinishRun finish, LiveRuns live, InstantSource clock) {
        this.runs = runs;
        this.judge = new JudgeOutcome(jobs, runners, clock);
        this.finish = finish;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Writes the outcome of a runner that is done. While the store is unavailable the outcome is kept with the attempt, to be
     * written by {@link #again}; that of a run that was lost to this node is dropped.
     */
    void conclude(LiveRun attempt, RunOutcome outcome) {
        attempt.finished(outcome);
        live.freeRoom(attempt);
        attempt.writing.lock();
        try {
            settle(attempt);
        } finally {
            attempt.writing.unlock();
        }
    }

    /** Tries again to write an outcome that is not written, unless that is being done at this moment. */
    void again(LiveRun attempt) {
        if (attempt.writing.tryLock()) {
            try {
                settle(attempt);
            } finally {
                attempt.writing.unlock();
            }
        }
    }

    /** Ends an attempt whose runner does not end, and gives its room and its thread up. The run is not tried again. */
    void abandon(LiveRun attempt) {
        attempt.log(LogSeverity.ERROR, "the runner did not end and is written off; it may still be at work");
        attempt.abandon(WRITTEN_OFF);
        again(attempt);
    }

    private void settle(LiveRun attempt) {
        Optional<RunOutcome> outcome = attempt.unwrittenOutcome();
        if (outcome.isEmpty()) {
            return;
        }
        try {
            // What a runner did before it was fenced off is unknown; where none was called, the run can be queued
            // again.
            if ((attempt.isFenced() && attempt.hasBegun()) || write(attempt, outcome.get())) {
                attempt.end();
                live.leave(attempt);
            }
        } catch (StorageUnavailable unavailable) {
            // The outcome stays with the attempt, whether it is in the store by now or not.
            return;
        }
    }

    /** Says whether the attempt is over: written, or taken over by others. Repeats only on a value it has read anew. */
    private boolean write(LiveRun attempt, RunOutcome outcome) {
        if (!attempt.flushLog()) {
            return false;
        }
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                goOn(attempt);
                keep(judge.judge(attempt, outcome));
                return true;
            } catch (RunFailure.Stale stale) {
                Optional<Run> stored = runs.find(attempt.run().id());
                if (stored.filter(attempt::adopt).isEmpty()) {
                    // Perhaps this very end, written by a call whose answer was lost.
                    stored.filter(Run::isEnded).ifPresent(finish::recover);
                    return true;
                }
            }
        }
        return false;
    }

    /** A run that ended at the moment at which it was paused: from PAUSED no end leads, so it goes on first. */
    private void goOn(LiveRun attempt) {
        Run current = attempt.current();
        if (current.status() == RunStatus.PAUSED) {
            attempt.adopt(runs.update(current.resume(clock.instant())));
        }
    }

    private void keep(Verdict verdict) {
        if (verdict.made().isPresent()) {
            runs.requeue(verdict.next(), verdict.made().get());
        } else {
            finish.finish(verdict.next());
        }
    }
}
