package org.jobplatform.application.limit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A token bucket for each key: as many at once as may come in a second, and after that one whenever its part of the second
 * is over. Keys unused for the longest are forgotten beyond 10,000, which gives them a full bucket again.
 */
public final class Rate {
    private static final int MOST_KEYS = 10_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long interval;
    private final LongSupplier nanoTime;

    /** When the bucket of each key will be full again. */
    private final Map<String, Long> full = new Latest<>(MOST_KEYS);

    /**
     * A full bucket for every key.
     *
     * @param perSecond 1 to 1,000,000
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     */
    public Rate(int perSecond, LongSupplier nanoTime) {
        if (perSecond < 1 || perSecond > 1_000_000) {
            throw new IllegalArgumentException("a rate must be 1 to 1,000,000 per second, not " + perSecond);
        }
        this.interval = SECOND / perSecond;
        this.nanoTime = nanoTime;
    }

    /** Takes one out of the bucket; when it is empty, takes nothing and tells when there will be one. */
    public synchronized Optional<Duration> take(String key) {
        long now = nanoTime.getAsLong();
        Long known = full.get(key);
        long missing = known == null ? 0 : Math.max(0, known - now);
        long late = missing + interval - SECOND;
        if (late > 0) {
            return Optional.of(Duration.ofNanos(late));
        }
        full.put(key, now + missing + interval);
        return Optional.empty();
    }
}
