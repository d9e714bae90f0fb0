package org.jobplatform.benchmark.http;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clock that the client shares with the server, in microseconds. */
public final class WallClock {
    private WallClock() {}

    /** Now. */
    public static long micros() {
        return micros(Instant.now());
    }

    /** That instant. */
    public static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }
}
