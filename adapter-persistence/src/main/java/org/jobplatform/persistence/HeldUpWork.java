package org.jobplatform.persistence;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jobplatform.application.port.StorageUnavailable;

/**
 * Work that a full disk may hold up, for nobody knows how long. It is done by a thread that can be left behind, so that
 * whoever asked for it is told. Thread-safe.
 */
final class HeldUpWork {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Availability availability;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("database-", 1).factory());

    HeldUpWork(Availability availability) {
        this.availability = availability;
    }

    /**
     * Returns what the work returns and throws what it throws. An interrupt does not end the wait.
     *
     * @throws StorageUnavailable when the disk holds it up. It is still done as soon as there is room
     */
    <R> R await(String doing, Supplier<R> work) {
        CompletableFuture<R> outcome = CompletableFuture.supplyAsync(work, threads);
        while (!Uninterrupted.isDoneWithin(outcome, BETWEEN_LOOKS)) {
            availability.require(doing);
        }
        if (outcome.state() == Future.State.SUCCESS) {
            return outcome.resultNow();
        }
        throw unchecked(outcome.exceptionNow());
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
