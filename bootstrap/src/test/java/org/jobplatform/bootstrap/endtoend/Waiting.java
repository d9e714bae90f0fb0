package org.jobplatform.bootstrap.endtoend;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come true, and says what did not in time. */
final class Waiting {
    private static final Duration LOOK = Duration.ofMillis(50);

    private Waiting() {}

    static void until(String what, Duration longest, BooleanSupplier condition) {
        until(what, longest, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T until(String what, Duration longest, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + longest + ": " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
