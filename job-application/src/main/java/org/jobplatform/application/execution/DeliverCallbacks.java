package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryResult;

/**
 * Makes the attempts that are due, each on a thread of its own, and at most {@value #LANE} at once for one receiver, so that
 * one that hangs delays no other.
 */
public final class DeliverCallbacks implements Step {
    private static final int LANE = 4;
    private static final int IN_FLIGHT = 256;

    /** Longer than an attempt can take, so that only the deliveries of a dead node come free by time. */
    private static final Duration CLAIM = Duration.ofSeconds(40);

    private final DeliveryStore deliveries;
    private final Notifier notifier;
    private final Executor threads;
    private final IdSource ids;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Signal wake;
    private final Map<String, Integer> lanes = new ConcurrentHashMap<>();

    /**
     * @param nanoTime time that only goes forward, in nanoseconds from any origin; measures how long an attempt took
     * @param wake wakes this loop; raised when an attempt is over
     */
    public DeliverCallbacks(
            DeliveryStore deliveries,
            Notifier notifier,
            Executor threads,
            IdSource ids,
            InstantSource clock,
            LongSupplier nanoTime,
            Signal wake) {
        this.deliveries = deliveries;
        this.notifier = notifier;
        this.threads = threads;
        this.ids = ids;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.wake = wake;
    }

    @Override
    public boolean step() {
        if (inFlight() >= IN_FLIGHT) {
            return false;
        }
        try {
            List<Delivery> due = deliveries.claimDue(clock.instant(), CLAIM, busyLanes(), 1);
            due.forEach(this::launch);
            return !due.isEmpty();
        } catch (StorageUnavailable unavailable) {
            // What is due stays due; the next turn asks again.
            return false;
        }
    }

    /** How many attempts are on their way. */
    public int inFlight() {
        return lanes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Set<String> busyLanes() {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getValue() >= LANE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void launch(Delivery delivery) {
        String lane = delivery.target().lane();
        lanes.merge(lane, 1, Integer::sum);
        try {
            threads.execute(() -> {
                try {
                    attempt(delivery);
                } finally {
                    leave(lane);
                }
            });
        } catch (RejectedExecutionException closing) {
            // The attempt is made when its claim ends.
            leave(lane);
        }
    }

    private void leave(String lane) {
        lanes.computeIfPresent(lane, (name, count) -> count == 1 ? null : count - 1);
        wake.raise();
    }

    private void attempt(Delivery delivery) {
        Instant at = clock.instant();
        long began = nanoTime.getAsLong();
        DeliveryResult result = result(delivery);
        if (Thread.currentThread().isInterrupted() && !(result instanceof DeliveryResult.Confirmed)) {
            // Given up by a shutdown, not failed: it is made again when its claim ends.
            return;
        }
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - began);
        DeliveryAttempt attempt = new DeliveryAttempt(delivery.attempts() + 1, at, took, result);
        try {
            deliveries.record(delivery.record(attempt, clock.instant(), ids.chance()), attempt);
        } catch (StorageUnavailable unavailable) {
            // Unrecorded, the attempt is made again when its claim ends: a receiver may hear twice, never not at all.
            return;
        } catch (IllegalStateException madeByAnother) {
            // The claim had ended, and somebody else made the attempt and recorded it.
            return;
        }
    }

    private DeliveryResult result(Delivery delivery) {
        try {
            return notifier.deliver(delivery);
        } catch (RuntimeException | Error broken) {
            // Counted like any failure: unrecorded, it would be tried for ever.
            return new DeliveryResult.Unreachable("the notifier broke: " + broken);
        }
    }
}
