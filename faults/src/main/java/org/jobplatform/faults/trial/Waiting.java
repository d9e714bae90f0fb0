package org.jobplatform.faults.trial;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come true, with a deadline. */
public final class Waiting {
    private static final Duration LOOK = Duration.ofMillis(20);

    private Waiting() {}

    /** Says whether it came true in time. */
    public static boolean isTrueWithin(Duration longest, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    /** Waits. @throws TrialFailed when it did not come true in time */
    public static void until(String what, Duration longest, BooleanSupplier condition) {
        if (!isTrueWithin(longest, condition)) {
            throw new TrialFailed("not within " + longest.toSeconds() + " s: " + what);
        }
    }

    /** Lets the load, or a fault, go on for a while. */
    public static void pass(Duration time) {
        isTrueWithin(time, () -> false);
    }
}
