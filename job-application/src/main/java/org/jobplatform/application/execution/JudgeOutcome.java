package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;

/** Decides by the outcome of an attempt, by why its runner was told to stop, and by its job, what becomes of the run. */
final class JudgeOutcome {
    /** Keeps a run that cannot be begun anywhere from going round without a pause. */
    private static final Duration BEFORE_BEGINNING_AGAIN = Duration.ofSeconds(1);

    private static final String SHUTDOWN = "shutdown of the server";

    private final JobStore jobs;
    private final TaskRunners runners;
    private final InstantSource clock;

    JudgeOutcome(JobStore jobs, TaskRunners runners, InstantSource clock) {
        this.jobs = jobs;
        this.runners = runners;
        this.clock = clock;
    }

    /** The verdict on an attempt whose run is not paused. */
    Verdict judge(LiveRun attempt, RunOutcome outcome) {
        Run current = attempt.current();
        Instant now = clock.instant();
        // What was written off may still be at work, and must not be so beside another attempt.
        if (current.status() == RunStatus.STOPPING || attempt.isAbandoned()) {
            return Verdict.end(current.end(outcome, now));
        }
        return switch (outcome) {
            case RunOutcome.Completed completed -> Verdict.end(current.end(completed, now));
            case RunOutcome.CompletedWithErrors some -> Verdict.end(current.end(some, now));
            case RunOutcome.Failed failed -> retryOrEnd(current, failed, now);
            case RunOutcome.Stopped stopped -> stopped(attempt, current, stopped, now);
        };
    }

    private Verdict stopped(LiveRun attempt, Run current, RunOutcome.Stopped stopped, Instant now) {
        if (!attempt.hasBegun()) {
            return Verdict.again(
                    current.retry(now, now.plus(BEFORE_BEGINNING_AGAIN)),
                    RunAttempt.over(current, RunStatus.STOPPED, stopped.message(), now));
        }
        Optional<StopCause> cause = attempt.stopCause();
        if (cause.isEmpty()) {
            return Verdict.end(current.end(stopped, now));
        }
        return switch (cause.get()) {
            case TIMEOUT -> timedOut(current, now);
            case SHUTDOWN -> shutDown(current, now);
            case REQUEST, FENCED -> Verdict.end(current.end(stopped, now));
        };
    }

    private Verdict timedOut(Run current, Instant now) {
        String allowed = job(current)
                .flatMap(JobDefinition::timeout)
                .map(Duration::toString)
                .orElse("its time-out");
        return retryOrEnd(current, new RunOutcome.Failed("ran longer than " + allowed + " and was stopped"), now);
    }

    private Verdict shutDown(Run current, Instant now) {
        return job(current)
                        .filter(definition ->
                                definition.onLost() == OnLost.RETRY || runners.resumes(definition.runner()))
                        .isPresent()
                ? Verdict.again(current.retry(now, now), RunAttempt.over(current, RunStatus.STOPPED, SHUTDOWN, now))
                : Verdict.end(current.end(new RunOutcome.Stopped(SHUTDOWN), now));
    }

    private Verdict retryOrEnd(Run current, RunOutcome.Failed failed, Instant now) {
        RetryPolicy policy = job(current)
                .filter(definition -> !runners.resumes(definition.runner()))
                .map(JobDefinition::retry)
                .orElse(RetryPolicy.NONE);
        return policy.delayAfter(current.attempt())
                .map(delay -> Verdict.again(
                        current.retry(now, now.plus(delay)),
                        RunAttempt.over(current, RunStatus.FAILED, failed.message(), now)))
                .orElseGet(() -> Verdict.end(current.end(failed, now)));
    }

    private Optional<JobDefinition> job(Run run) {
        return jobs.find(run.job().id()).map(Job::definition);
    }
}
