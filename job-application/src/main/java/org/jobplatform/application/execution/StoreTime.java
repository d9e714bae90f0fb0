package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.DeliveryStore;
import org.jspecify.annotations.Nullable;

/**
 * The time of the store, by which deliveries are due: asked for once a minute, and counted on evenly in between, so that it
 * costs nothing and does not jump with the clock of this node.
 */
public final class StoreTime implements InstantSource {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    /** An answer that took longer, because the store is slow or this node stood still, is a bad one to count on from. */
    private static final Duration SLOW = Duration.ofMillis(200);

    private static final int MOST_TRIES = 3;

    private final DeliveryStore deliveries;
    private final LongSupplier nanoTime;
    private volatile @Nullable Reading last;

    /** What the store said, and when its answer came; the answer is as old as it took at most. */
    private record Reading(Instant time, long nanos, long sent) {
        Duration took() {
            return Duration.ofNanos(nanos - sent);
        }

        Duration age(long now) {
            return Duration.ofNanos(now - nanos);
        }
    }

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    public StoreTime(DeliveryStore deliveries, LongSupplier nanoTime) {
        this.deliveries = deliveries;
        this.nanoTime = nanoTime;
    }

    /**
     * The time of the store.
     *
     * @throws org.jobplatform.application.port.StorageUnavailable when it was never asked and cannot be
     */
    @Override
    public Instant instant() {
        Reading known = last;
        Reading reading = known == null ? read() : known;
        return reading.time().plus(reading.age(nanoTime.getAsLong()));
    }

    /** Asks the store again when it was not asked for a minute. */
    void renew() {
        Reading known = last;
        if (known == null || known.age(nanoTime.getAsLong()).compareTo(GOOD_FOR) >= 0) {
            read();
        }
    }

    private Reading read() {
        Reading reading = asked();
        for (int tries = 1; tries < MOST_TRIES && reading.took().compareTo(SLOW) > 0; tries++) {
            Reading again = asked();
            reading = again.took().compareTo(reading.took()) < 0 ? again : reading;
        }
        last = reading;
        return reading;
    }

    private Reading asked() {
        long sent = nanoTime.getAsLong();
        Instant time = deliveries.time();
        return new Reading(time, nanoTime.getAsLong(), sent);
    }
}
