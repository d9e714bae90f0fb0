package org.jobplatform.domain.run;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a run.
 *
 * @param number from 1
 * @param claim which node took it, and when; empty for one of before this was kept
 * @param endedAt when it was over; empty while it is carried out
 * @param status what came of it: for the latest attempt the status of the run, for an earlier one that in which the run
 *     would have ended without another attempt
 * @param message why, at most {@link RunOutcome#MAXIMUM_MESSAGE} characters; empty when all went well, and while it is
 *     carried out
 */
public record RunAttempt(
        int number, Optional<Claim> claim, Optional<Instant> endedAt, RunStatus status, String message) {
    /** @throws IllegalArgumentException when the number is not positive, or one that is over has not ended */
    public RunAttempt {
        if (number < 1) {
            throw new IllegalArgumentException("attempts are counted from 1");
        }
        if (endedAt.isPresent() != status.isEnded()) {
            throw new IllegalArgumentException("an attempt is over when it has ended, and only then");
        }
        message = BoundedText.cut(message, RunOutcome.MAXIMUM_MESSAGE);
    }

    /** The attempt that this run makes, or has made last. @throws IllegalArgumentException when it waits, or has made none */
    public static RunAttempt latest(Run run) {
        if (run.status() == RunStatus.QUEUED) {
            throw new IllegalArgumentException("run " + run.id() + " waits for its next attempt");
        }
        String message = run.state() instanceof RunState.Ended ended ? ended.message() : "";
        return new RunAttempt(run.attempt(), run.lastClaim(), run.endedAt(), run.status(), message);
    }

    /**
     * The attempt of a run that is about to wait for its next one.
     *
     * @param run as it was during the attempt
     * @param how the status in which it would have ended
     */
    public static RunAttempt over(Run run, RunStatus how, String message, Instant now) {
        return new RunAttempt(run.attempt(), run.lastClaim(), Optional.of(now), how, message);
    }
}
