package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunState;

/** Says why a run waits, why it failed, and why its callback has not arrived. */
public final class ExplainRun {
    private final RunQueries runs;
    private final WaitReasons waiting;
    private final AttemptReasons attempts;
    private final CallbackReasons callbacks;

    /** Every part comes from the same node. */
    public ExplainRun(
            RunQueries runs,
            RunIndex index,
            JobStore jobs,
            DeliveryStore deliveries,
            LiveRuns live,
            Membership membership,
            InstantSource clock) {
        this.runs = runs;
        this.waiting = new WaitReasons(index, jobs, live, membership, clock);
        this.attempts = new AttemptReasons(jobs);
        this.callbacks = new CallbackReasons(deliveries);
    }

    /** Explains the run as it is now. @throws RunFailure.NotFound when there is no such run, or not for this asker */
    public Explanation explain(RunId id, Principal who) {
        Run run = runs.find(id, who);
        List<String> reasons = new ArrayList<>();
        if (run.state() instanceof RunState.Queued queued) {
            reasons.addAll(waiting.of(run, queued, who));
        }
        reasons.addAll(attempts.of(run, runs.attempts(id, who)));
        reasons.addAll(callbacks.of(run));
        return new Explanation(summary(run), reasons);
    }

    private static String summary(Run run) {
        String since = Words.time(run.state().since());
        String subject = "Run " + run.id();
        return switch (run.state()) {
            case RunState.Queued ignored -> subject + " waits for its attempt " + (run.attempt() + 1) + ".";
            case RunState.Starting starting ->
                subject + " was claimed by node " + starting.owner().node() + " at " + since + " and begins.";
            case RunState.Running running ->
                subject + " is carried out by node " + running.owner().node() + " and is "
                        + run.progress().percent() + " % done.";
            case RunState.Paused paused ->
                subject + " is held on node " + paused.owner().node() + " since " + since + ", until it is resumed.";
            case RunState.Stopping stopping ->
                subject + " was asked to stop ("
                        + stopping.request().mode().name().toLowerCase(Locale.ROOT) + ") by "
                        + stopping.request().requester() + " at "
                        + Words.time(stopping.request().at())
                        + " and ends on node " + stopping.owner().node() + ".";
            case RunState.Completed ignored -> subject + " completed at " + since + ".";
            case RunState.CompletedWithErrors ignored -> subject + " completed with errors at " + since + ".";
            case RunState.Failed ignored -> subject + " failed at " + since + ".";
            case RunState.Stopped ignored -> subject + " was stopped and ended at " + since + ".";
            case RunState.Lost ignored -> subject + " was lost with its node; that was found at " + since + ".";
        };
    }
}
