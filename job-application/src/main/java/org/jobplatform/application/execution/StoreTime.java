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

    private final DeliveryStore deliveries;
    private final LongSupplier nanoTime;
    private volatile @Nullable Reading last;

    /** What the store said, and when. */
    private record Reading(Instant time, long nanos) {
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
        Instant time = deliveries.time();
        Reading reading = new Reading(time, nanoTime.getAsLong());
        last = reading;
        return reading;
    }
}
