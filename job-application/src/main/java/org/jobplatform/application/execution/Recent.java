package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** What was read from a store within the last second; what the store does not have is asked for each time. */
public final class Recent<K, V> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Few enough to forget them all when there are more. */
    private static final int MOST = 10_000;

    private final LongSupplier nanoTime;
    private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    public Recent(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The value as it was within the last second, if it was read then. */
    public Optional<V> known(K key) {
        return known(key, nanoTime.getAsLong());
    }

    private Optional<V> known(K key, long now) {
        Read<V> recent = reads.get(key);
        return recent != null && now - recent.at < FRESH.toNanos() ? Optional.of(recent.value) : Optional.empty();
    }

    /** The value as it was within the last second; throws what the reader throws. */
    public Optional<V> find(K key, Function<K, Optional<V>> reader) {
        long now = nanoTime.getAsLong();
        Optional<V> recent = known(key, now);
        if (recent.isPresent()) {
            return recent;
        }
        Optional<V> value = reader.apply(key);
        if (reads.size() >= MOST) {
            reads.clear();
        }
        value.ifPresentOrElse(read -> reads.put(key, new Read<>(read, now)), () -> reads.remove(key));
        return value;
    }

    /** The next look asks the store. */
    public void forget(K key) {
        reads.remove(key);
    }

    /** The next look for any of these asks the store. */
    public void forgetAll(Predicate<V> which) {
        reads.values().removeIf(read -> which.test(read.value));
    }

    private record Read<V>(V value, long at) {}
}
