package org.jobplatform.application.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. Safe for use by many threads. */
public final class SettableTime implements InstantSource {
    private Instant now;

    /** A clock that shows this time. */
    public SettableTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Lets it show this time. */
    public synchronized void set(Instant time) {
        now = time;
    }

    /** Lets this much time pass; back when negative. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
