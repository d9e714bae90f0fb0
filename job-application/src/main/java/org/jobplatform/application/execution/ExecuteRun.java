package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;

/** Carries out one claimed run, from its runner's beginning to the durable end of the attempt. */
public final class ExecuteRun {
    private final KnownJobs jobs;
    private final TaskRunners runners;
    private final LiveRuns live;
    private final ConcludeRun conclude;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ExecuteRun(KnownJobs jobs, TaskRunners runners, LiveRuns live, ConcludeRun conclude, InstantSource clock) {
        this.jobs = jobs;
        this.runners = runners;
        this.live = live;
        this.conclude = conclude;
        this.clock = clock;
    }

    /** Takes up a run that this node has claimed; room for it was reserved, and is given back at the end of the attempt. */
    LiveRun take(Run claimed) {
        return live.enter(claimed);
    }

    /** Carries the attempt out on this thread, and concludes it; postpones it while the store is unavailable. */
    void execute(LiveRun attempt) {
        try {
            Optional<RunOutcome> outcome = outcome(attempt);
            if (outcome.isPresent()) {
                conclude.conclude(attempt, outcome.get());
            } else {
                attempt.postpone();
            }
        } catch (InterruptedException givenUp) {
            attempt.signal(StopMode.KILL, StopCause.SHUTDOWN);
            conclude.conclude(attempt, new RunOutcome.Stopped("the thread was given up"));
            Thread.currentThread().interrupt();
        }
    }

    /** Lets another thread or node carry the run out; its runner was not called here. */
    void giveBack(LiveRun attempt) {
        conclude.conclude(attempt, notBegun("the server shuts down"));
    }

    private Optional<RunOutcome> outcome(LiveRun attempt) throws InterruptedException {
        if (attempt.stopCause().isPresent()) {
            return Optional.of(notBegun("it was to stop"));
        }
        Optional<Job> job;
        try {
            job = jobs.find(attempt.run().job().id());
        } catch (StorageUnavailable unavailable) {
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(new RunOutcome.Failed("its job could not be read: " + broken));
        }
        return Optional.of(
                job.isPresent() ? outcome(attempt, job.get()) : new RunOutcome.Failed("its job was deleted"));
    }

    private RunOutcome outcome(LiveRun attempt, Job job) throws InterruptedException {
        try {
            return carryOut(attempt, job);
        } catch (InterruptedException givenUp) {
            throw givenUp;
        } catch (Throwable broken) {
            // Whatever a runner throws, errors too, must end its run: nobody else would.
            attempt.log(LogSeverity.ERROR, "the runner broke: " + broken);
            return new RunOutcome.Failed(
                    "the runner broke: " + broken.getClass().getSimpleName()
                            + (broken.getMessage() == null ? "" : ": " + broken.getMessage()));
        }
    }

    private RunOutcome carryOut(LiveRun attempt, Job job) throws InterruptedException {
        RunnerConfiguration configuration = job.definition().runner();
        Optional<TaskRunner> runner = runners.find(configuration.kind());
        if (runner.isEmpty()) {
            return new RunOutcome.Failed("this node has no runner called " + configuration.kind());
        }
        if (attempt.run().attempt() > 1) {
            attempt.log(LogSeverity.INFO, "attempt " + attempt.run().attempt() + " begins");
        }
        if (attempt.stopRequested().isPresent()) {
            // Perhaps the node stood still since it claimed the run, and another carries it out by now.
            return notBegun("it was to stop");
        }
        attempt.begin(configuration.settings(), job.definition().timeout(), clock.instant());
        if (runner.get().onlyWaits()) {
            live.onlyWaits(attempt);
        }
        return runner.get().run(attempt);
    }

    private static RunOutcome notBegun(String reason) {
        return new RunOutcome.Stopped("stopped before it began: " + reason);
    }
}
