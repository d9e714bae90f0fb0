package org.jobplatform.persistence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jobplatform.application.port.Announcement;

/**
 * A change that shares a transaction with others. What becomes of it is decided within the transaction, and its caller
 * learns it only after the commit.
 *
 * @param <R> what its caller is told
 */
abstract sealed class Change<R> permits RunAddition, RunChange, DeliveryRecord, LogAppend {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final CountDownLatch told = new CountDownLatch(1);
    private Supplier<R> outcome = () -> {
        throw new IllegalStateException("nothing was decided about a change");
    };

    /** Changes of one route are committed in the order in which they come, and never at the same time. */
    abstract String route();

    /** It is made; the caller takes the result after the commit. */
    final void accept(Supplier<R> result) {
        outcome = result;
    }

    /** It is not made. */
    final void refuse(RuntimeException why) {
        outcome = () -> {
            throw why;
        };
    }

    /** What other nodes need not wait for when this change is made. */
    Optional<Announcement> news() {
        return Optional.empty();
    }

    /** Lets the caller go on. Nothing may be decided any more. */
    final void tell() {
        told.countDown();
    }

    /**
     * Waits until the caller may go on; false when that takes longer. An interrupt does not end the wait, for whether the
     * change is made is not the caller's to decide any more.
     */
    final boolean isToldWithin(Duration wait) {
        return Uninterrupted.isZeroWithin(told, wait);
    }

    /** What was decided; waits until the caller may go on. */
    final R outcome() {
        if (!isToldWithin(FOREVER)) {
            throw new IllegalStateException("a change was never decided");
        }
        return outcome.get();
    }
}
