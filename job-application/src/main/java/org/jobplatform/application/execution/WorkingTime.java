package org.jobplatform.application.execution;

import java.time.Duration;

/** How long an attempt has been at work: time in which it is held does not count, and no clock can be set back. */
final class WorkingTime {
    private long worked;
    private long since;
    private boolean going;

    /** @param now time that only goes forward, in nanoseconds from any origin */
    void go(long now) {
        if (!going) {
            going = true;
            since = now;
        }
    }

    /** @param now as of {@link #go} */
    void halt(long now) {
        if (going) {
            going = false;
            worked += now - since;
        }
    }

    /** @param now as of {@link #go} */
    Duration until(long now) {
        return Duration.ofNanos(going ? worked + (now - since) : worked);
    }
}
