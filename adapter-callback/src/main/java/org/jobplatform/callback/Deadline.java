package org.jobplatform.callback;

import java.time.Duration;

/**
 * When to give up, on the clock that is never set.
 *
 * @param nanos as counted by {@link System#nanoTime}
 */
record Deadline(long nanos) {

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This one, or the end of the time from now, whichever is sooner. */
    Deadline atMost(Duration time) {
        Deadline other = after(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** Never negative. */
    long remainingNanos() {
        return Math.max(0, nanos - System.nanoTime());
    }
}
