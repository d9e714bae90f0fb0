package org.jobplatform.application.execution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;

/** Carries out one claimed run, from its runner's beginning to the durable end of the attempt. */
public final class ExecuteRun {
    private final JobStore jobs;
    private final TaskRunners runners;
    private final LiveRuns live;
    private final ConcludeRun conclude;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ExecuteRun(JobStore jobs, TaskRunners runners, LiveRuns live, ConcludeRun conclude, InstantSource clock) {
        this.jobs = jobs;
        this.runners = runners;
        this.live = live;
        this.conclude = conclude;
        this.clock = clock;
    }

    /** Carries the run out on this thread; room for it was reserved, and is given back at its end. */
    public void execute(Run claimed) {
        LiveRun attempt = live.enter(claimed);
        conclude.conclude(attempt, outcome(attempt));
    }

    private RunOutcome outcome(LiveRun attempt) {
        try {
            if (attempt.run().attempt() > 1) {
                attempt.log(LogSeverity.INFO, "attempt " + attempt.run().attempt() + " begins");
            }
            return carryOut(attempt);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return new RunOutcome.Stopped("the thread was given up");
        } catch (RuntimeException broken) {
            attempt.log(LogSeverity.ERROR, "the runner broke: " + broken);
            return new RunOutcome.Failed(
                    "the runner broke: " + broken.getClass().getSimpleName()
                            + (broken.getMessage() == null ? "" : ": " + broken.getMessage()));
        }
    }

    private RunOutcome carryOut(LiveRun attempt) throws InterruptedException {
        Optional<Job> job;
        try {
            job = jobs.find(attempt.run().job().id());
        } catch (StorageUnavailable unavailable) {
            return new RunOutcome.Failed("the job could not be read: the store is unavailable");
        }
        if (job.isEmpty()) {
            return new RunOutcome.Failed("its job was deleted");
        }
        RunnerConfiguration configuration = job.get().definition().runner();
        Optional<TaskRunner> runner = runners.find(configuration.kind());
        if (runner.isEmpty()) {
            return new RunOutcome.Failed("this node has no runner called " + configuration.kind());
        }
        Instant now = clock.instant();
        attempt.begin(configuration.settings(), job.get().definition().timeout().map(now::plus), now);
        return runner.get().run(attempt);
    }
}
