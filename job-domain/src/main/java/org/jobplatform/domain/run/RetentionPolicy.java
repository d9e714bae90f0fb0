package org.jobplatform.domain.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ended runs are kept.
 *
 * @param age how long after its end, at least a minute and at most a hundred years of 365 days
 * @param keep how many of the last ended runs of each job are kept however old they are, 0 to 1000
 */
public record RetentionPolicy(Duration age, int keep) {
    /** The shortest age. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The longest age. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    /** The largest number of runs of a job that are kept however old they are. */
    public static final int MOST_KEPT = 1_000;

    /** @throws IllegalArgumentException when a value is out of range */
    public RetentionPolicy {
        if (age.compareTo(SHORTEST) < 0 || age.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("runs are kept for at least " + SHORTEST + " and at most " + LONGEST);
        }
        if (keep < 0 || keep > MOST_KEPT) {
            throw new IllegalArgumentException("of each job 0 to " + MOST_KEPT + " runs are kept");
        }
    }

    /**
     * Before when a run must have ended to be too old. Two clocks are asked, and the one that is behind is believed: a
     * clock that has jumped ahead must not make everything old.
     */
    public Instant endedBefore(Instant oneClock, Instant anotherClock) {
        return (oneClock.isBefore(anotherClock) ? oneClock : anotherClock).minus(age);
    }
}
