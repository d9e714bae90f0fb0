package org.jobplatform.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.RunId;

/** Callbacks in memory. */
final class InMemoryDeliveryStore implements DeliveryStore {
    private final InMemoryStorage storage;

    InMemoryDeliveryStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<Delivery> claimDue(Instant now, Duration lease, Set<String> busyLanes, int limit) {
        synchronized (storage) {
            List<Delivery> claimed = pending()
                    .filter(delivery -> !claimableAt(delivery).isAfter(now))
                    .filter(delivery -> !busyLanes.contains(delivery.target().lane()))
                    .sorted(Comparator.comparing(Delivery::dueAt))
                    .limit(limit)
                    .toList();
            claimed.forEach(delivery -> storage.deliveryLeases.put(delivery.id(), now.plus(lease)));
            return claimed;
        }
    }

    @Override
    public Delivery record(Delivery after, DeliveryAttempt attempt) {
        synchronized (storage) {
            Delivery kept = storage.deliveries.get(after.id());
            if (kept == null || kept.version() != after.version()) {
                throw new IllegalStateException("delivery " + after.id() + " was attempted by somebody else");
            }
            Delivery next = withVersion(after, after.version() + 1);
            storage.deliveries.put(next.id(), next);
            storage.deliveryLeases.remove(next.id());
            storage.attempts
                    .computeIfAbsent(next.id(), ignored -> new ArrayList<>())
                    .add(attempt);
            return next;
        }
    }

    @Override
    public Delivery add(Delivery delivery) {
        synchronized (storage) {
            storage.addDelivery(delivery);
            return delivery;
        }
    }

    @Override
    public List<Delivery> of(RunId run) {
        synchronized (storage) {
            return storage.deliveries.values().stream()
                    .filter(delivery -> delivery.run().equals(run))
                    .sorted(Comparator.comparingInt(Delivery::number))
                    .toList();
        }
    }

    @Override
    public List<DeliveryAttempt> attempts(DeliveryId delivery) {
        synchronized (storage) {
            return List.copyOf(storage.attempts.getOrDefault(delivery, List.of()));
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (storage) {
            return pending().map(this::claimableAt).min(Comparator.naturalOrder());
        }
    }

    private Stream<Delivery> pending() {
        return storage.deliveries.values().stream().filter(delivery -> !delivery.isSettled());
    }

    private Instant claimableAt(Delivery delivery) {
        return storage.deliveryLeases.getOrDefault(delivery.id(), delivery.dueAt());
    }

    private static Delivery withVersion(Delivery delivery, long version) {
        return new Delivery(
                delivery.id(),
                delivery.run(),
                delivery.number(),
                delivery.dialect(),
                delivery.target(),
                delivery.body(),
                delivery.policy(),
                delivery.status(),
                delivery.attempts(),
                delivery.waited(),
                delivery.dueAt(),
                delivery.createdAt(),
                version);
    }
}
