package org.jobplatform.application.simulation.checker;

import java.time.Duration;

/**
 * When something happened.
 *
 * @param time since the beginning of the history
 * @param order among all that happened, also at the same time
 */
public record When(Duration time, int order) {
    /** Says whether this happened before the other. */
    public boolean isBefore(When other) {
        return order < other.order;
    }

    /** Says whether this happened more than so long after the other. */
    public boolean isLaterThan(When other, Duration allowed) {
        return time.compareTo(other.time.plus(allowed)) > 0;
    }

    @Override
    public String toString() {
        return time.toMillis() / 1000.0 + "s";
    }
}
