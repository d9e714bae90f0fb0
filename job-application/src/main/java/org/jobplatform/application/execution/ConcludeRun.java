package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;

/** Turns the outcome of an attempt into the next durable state of its run: ended, or waiting for its next attempt. */
public final class ConcludeRun {
    /** Others change a run a few times in its life, so that more lost races than this mean something else. */
    private static final int MOST_TRIES = 20;

    /** Keeps a run that cannot be begun anywhere from going round without a pause. */
    private static final Duration BEFORE_BEGINNING_AGAIN = Duration.ofSeconds(1);

    private final RunStore runs;
    private final JobStore jobs;
    private final FinishRun finish;
    private final LiveRuns live;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ConcludeRun(RunStore runs, JobStore jobs, FinishRun finish, LiveRuns live, InstantSource clock) {
        this.runs = runs;
        this.jobs = jobs;
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
            Run next = next(attempt, outcome);
            try {
                if (next.isEnded()) {
                    finish.finish(next);
                } else {
                    runs.update(next);
                }
                return true;
            } catch (RunFailure.Stale stale) {
                Optional<Run> stored = runs.find(next.id());
                if (stored.filter(attempt::adopt).isEmpty()) {
                    // Perhaps this very end, written by a call whose answer was lost.
                    stored.filter(Run::isEnded).ifPresent(finish::announce);
                    return true;
                }
            }
        }
        return false;
    }

    private Run next(LiveRun attempt, RunOutcome outcome) {
        Run current = attempt.current();
        Instant now = clock.instant();
        if (current.status() == RunStatus.STOPPING) {
            return current.end(outcome, now);
        }
        return switch (outcome) {
            case RunOutcome.Completed completed -> current.end(completed, now);
            case RunOutcome.CompletedWithErrors some -> current.end(some, now);
            case RunOutcome.Failed failed -> retryOrEnd(current, failed, now);
            case RunOutcome.Stopped stopped -> stopped(attempt, current, stopped, now);
        };
    }

    private Run stopped(LiveRun attempt, Run current, RunOutcome.Stopped stopped, Instant now) {
        if (!attempt.hasBegun()) {
            return current.retry(now, now.plus(BEFORE_BEGINNING_AGAIN));
        }
        Optional<StopCause> cause = attempt.stopCause();
        if (cause.isEmpty()) {
            return current.end(stopped, now);
        }
        return switch (cause.get()) {
            case TIMEOUT -> timedOut(current, now);
            case SHUTDOWN -> shutDown(current, now);
            case REQUEST, FENCED -> current.end(stopped, now);
        };
    }

    private Run timedOut(Run current, Instant now) {
        String allowed = job(current)
                .flatMap(JobDefinition::timeout)
                .map(Duration::toString)
                .orElse("its time-out");
        return retryOrEnd(current, new RunOutcome.Failed("ran longer than " + allowed + " and was stopped"), now);
    }

    private Run shutDown(Run current, Instant now) {
        return job(current)
                        .filter(definition -> definition.onLost() == OnLost.RETRY)
                        .isPresent()
                ? current.retry(now, now)
                : current.end(new RunOutcome.Stopped("shutdown of the server"), now);
    }

    private Run retryOrEnd(Run current, RunOutcome.Failed failed, Instant now) {
        RetryPolicy policy = job(current).map(JobDefinition::retry).orElse(RetryPolicy.NONE);
        return policy.delayAfter(current.attempt())
                .map(delay -> current.retry(now, now.plus(delay)))
                .orElseGet(() -> current.end(failed, now));
    }

    private Optional<JobDefinition> job(Run run) {
        return jobs.find(run.job().id()).map(Job::definition);
    }
}
