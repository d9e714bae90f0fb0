package org.jobplatform.application.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.run.Claim;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;

/** How the attempts at a run came out, the latest first, and why no other follows. */
final class AttemptReasons {
    private static final int MOST_NAMED = 10;

    private final JobStore jobs;

    AttemptReasons(JobStore jobs) {
        this.jobs = jobs;
    }

    List<String> of(Run run, List<RunAttempt> attempts) {
        List<String> reasons = new ArrayList<>();
        if (run.state() instanceof RunState.Stopping stopping
                && !stopping.request().reason().isEmpty()) {
            reasons.add("It was asked to stop: " + stopping.request().reason());
        }
        // An end without an attempt, or after the last one, is told by nothing else.
        boolean untold = attempts.isEmpty() || !attempts.getLast().endedAt().equals(run.endedAt());
        if (untold
                && run.state() instanceof RunState.Ended ended
                && !ended.message().isEmpty()) {
            reasons.add("It ended before " + (attempts.isEmpty() ? "any attempt" : "another attempt") + " began: "
                    + ended.message());
        }
        attempts.reversed().stream()
                .filter(attempt -> attempt.endedAt().isPresent())
                .filter(attempt -> attempt.status() != RunStatus.COMPLETED)
                .limit(MOST_NAMED)
                .map(AttemptReasons::sentence)
                .forEach(reasons::add);
        noOther(run).ifPresent(reasons::add);
        return reasons;
    }

    private static String sentence(RunAttempt attempt) {
        return "Attempt " + attempt.number()
                + attempt.claim()
                        .map(Claim::node)
                        .map(node -> " on node " + node)
                        .orElse("")
                + " came out as " + attempt.status()
                + attempt.endedAt().map(at -> " at " + Words.time(at)).orElse("")
                + Words.because(attempt.message());
    }

    private Optional<String> noOther(Run run) {
        Optional<JobDefinition> job = jobs.find(run.job().id()).map(Job::definition);
        return switch (run.status()) {
            case FAILED ->
                job.map(definition -> run.attempt() >= definition.retry().attempts()
                        ? "Its job allows no more than " + definition.retry().attempts()
                                + (definition.retry().attempts() == 1 ? " attempt." : " attempts.")
                        : "It was not tried again, since it was to stop or may still be at work.");
            case LOST ->
                job.filter(definition -> definition.onLost() == OnLost.END)
                        .map(definition -> "Its job does not say that it may be repeated (onLost: retry).");
            case QUEUED, STARTING, RUNNING, PAUSED, STOPPING, COMPLETED, COMPLETED_WITH_ERRORS, STOPPED ->
                Optional.empty();
        };
    }
}
