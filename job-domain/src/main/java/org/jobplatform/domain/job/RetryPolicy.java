package org.jobplatform.domain.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a run that fails is tried.
 *
 * @param attempts attempts in all, 1 to 100; 1 means no retry
 * @param backoff wait before the second attempt, doubled before each further one, at most an hour
 */
public record RetryPolicy(int attempts, Duration backoff) {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** One attempt and no more. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofSeconds(10));

    /** @throws IllegalArgumentException when a value is out of range */
    public RetryPolicy {
        if (attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("retry attempts must be 1 to 100");
        }
        if (backoff.isNegative() || backoff.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("a retry backoff must be PT0S to PT1H");
        }
    }

    /** The wait before the attempt that follows attempt number {@code failed} (from 1); empty when there is none. */
    public Optional<Duration> delayAfter(int failed) {
        if (failed >= attempts) {
            return Optional.empty();
        }
        Duration delay = backoff;
        for (int i = 1; i < failed && delay.compareTo(LONGEST_WAIT) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return Optional.of(delay.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : delay);
    }
}
