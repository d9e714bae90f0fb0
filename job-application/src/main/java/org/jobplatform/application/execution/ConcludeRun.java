package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;

/** Turns the outcome of an attempt into the next durable state of its run: ended, or waiting for its next attempt. */
public final class ConcludeRun {
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
     * Writes the outcome. While the store is unavailable the outcome is kept with the live run, to be concluded again;
     * the outcome of a run that is no longer this node's is dropped.
     */
    void conclude(LiveRun attempt, RunOutcome outcome) {
        attempt.writing.lock();
        try {
            if (attempt.isFenced() || write(attempt, outcome)) {
                live.leave(attempt);
            }
        } catch (StorageUnavailable unavailable) {
            attempt.keepOutcome(outcome);
        } finally {
            attempt.writing.unlock();
        }
    }

    /** Says whether the attempt is over, written or fenced off; repeats only on a value it has read anew. */
    private boolean write(LiveRun attempt, RunOutcome outcome) {
        if (!attempt.flushLog()) {
            attempt.keepOutcome(outcome);
            return false;
        }
        Optional<JobDefinition> job = jobs.find(attempt.run().job().id()).map(found -> found.definition());
        while (!attempt.isFenced()) {
            Run next = next(attempt, outcome, job);
            try {
                if (next.isEnded()) {
                    finish.finish(next);
                } else {
                    runs.update(next);
                }
                return true;
            } catch (RunFailure.Stale stale) {
                runs.find(next.id()).ifPresentOrElse(attempt::adopt, live::fenceAll);
            }
        }
        return true;
    }

    private Run next(LiveRun attempt, RunOutcome outcome, Optional<JobDefinition> job) {
        Run current = attempt.current();
        Instant now = clock.instant();
        Optional<StopCause> cause = attempt.stopCause();
        boolean stopping = current.status() == RunStatus.STOPPING;
        if (outcome instanceof RunOutcome.Failed && !stopping && cause.isEmpty()) {
            return retry(current, job, now).orElseGet(() -> current.end(outcome, now));
        }
        if (outcome instanceof RunOutcome.Stopped && !stopping && cause.isPresent()) {
            return switch (cause.get()) {
                case TIMEOUT -> timedOut(current, job, now);
                case SHUTDOWN -> shutDown(current, job, now);
                case REQUEST, FENCED -> current.end(outcome, now);
            };
        }
        return current.end(outcome, now);
    }

    private static Run timedOut(Run current, Optional<JobDefinition> job, Instant now) {
        String allowed =
                job.flatMap(JobDefinition::timeout).map(Duration::toString).orElse("its time-out");
        RunOutcome failed = new RunOutcome.Failed("ran longer than " + allowed + " and was stopped");
        return retry(current, job, now).orElseGet(() -> current.end(failed, now));
    }

    private static Run shutDown(Run current, Optional<JobDefinition> job, Instant now) {
        return job.filter(definition -> definition.onLost() == OnLost.RETRY).isPresent()
                ? current.retry(now, now)
                : current.end(new RunOutcome.Stopped("shutdown of the server"), now);
    }

    private static Optional<Run> retry(Run current, Optional<JobDefinition> job, Instant now) {
        RetryPolicy policy = job.map(JobDefinition::retry).orElse(RetryPolicy.NONE);
        return policy.delayAfter(current.attempt()).map(delay -> current.retry(now, now.plus(delay)));
    }
}
