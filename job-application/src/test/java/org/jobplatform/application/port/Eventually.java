package org.jobplatform.application.port;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what will come true by itself, with a deadline. */
public final class Eventually {
    private static final long INTERVAL_NANOS = Duration.ofMillis(5).toNanos();

    private Eventually() {}

    /** Returns as soon as the condition holds. @throws AssertionError when it does not within 20 seconds */
    public static void holds(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("within 20 seconds it never came true that " + what);
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }
}
