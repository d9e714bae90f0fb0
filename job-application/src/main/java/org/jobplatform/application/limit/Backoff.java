package org.jobplatform.application.limit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes those wait who fail again and again: after some failures that are free, each further one costs twice as long as the
 * one before. A key that has not failed for a while starts anew. Keys unused for the longest are forgotten beyond 10,000.
 */
final class Backoff {
    private static final int MOST_KEYS = 10_000;

    /** Every further one costs as much as this one. */
    private static final int MOST_COUNTED = 1_000_000;

    private final Rule rule;
    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new Latest<>(MOST_KEYS);

    Backoff(Rule rule, LongSupplier nanoTime) {
        this.rule = rule;
        this.nanoTime = nanoTime;
    }

    /**
     * How failures are paid for.
     *
     * @param free failures that cost nothing
     * @param first what the next one costs
     * @param longest what one costs at most
     * @param forgottenAfter time without a failure after which all before are forgotten; longer than {@code longest}
     */
    record Rule(int free, Duration first, Duration longest, Duration forgottenAfter) {
        private Duration cost(int count) {
            int doublings = Math.min(count - free - 1, 30);
            if (doublings < 0) {
                return Duration.ZERO;
            }
            Duration cost = first.multipliedBy(1L << doublings);
            return cost.compareTo(longest) < 0 ? cost : longest;
        }
    }

    private record Failures(int count, long last, long until) {}

    /** How long this key still has to wait; empty when it need not. */
    synchronized Optional<Duration> left(String key) {
        Failures before = failures.get(key);
        long left = before == null ? 0 : before.until - nanoTime.getAsLong();
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }

    /** Counts a failure, and tells how long the key has to wait now. */
    synchronized Duration failed(String key) {
        long now = nanoTime.getAsLong();
        Failures before = failures.get(key);
        int count = 1;
        if (before != null && now - before.last < rule.forgottenAfter.toNanos()) {
            count = Math.min(before.count + 1, MOST_COUNTED);
        }
        Duration cost = rule.cost(count);
        failures.put(key, new Failures(count, now, now + cost.toNanos()));
        return cost;
    }
}
