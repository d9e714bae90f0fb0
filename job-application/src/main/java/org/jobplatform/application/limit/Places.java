package org.jobplatform.application.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Places that only so many can have at once. */
public final class Places {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Semaphore free;

    /** @param most 1 or more */
    public Places(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("there must be a place");
        }
        this.free = new Semaphore(most);
    }

    /**
     * Takes a place, at once or not at all. Closing it, once, gives it back.
     *
     * @throws LimitFailure.Full when all are taken
     */
    public Place take(String what) {
        if (!free.tryAcquire()) {
            throw new LimitFailure.Full(what, SOON);
        }
        return free::release;
    }

    /** A place that was taken. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
