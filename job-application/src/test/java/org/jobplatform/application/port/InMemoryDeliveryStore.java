package org.jobplatform.application.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;

/** Callbacks in memory. */
final class InMemoryDeliveryStore implements DeliveryStore {
    private final InMemoryStorage storage;

    InMemoryDeliveryStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Instant time() {
        return storage.now();
    }

    @Override
    public Map<String, Instant> pendingLanes() {
        synchronized (storage) {
            return pending()
                    .collect(Collectors.toMap(
                            delivery -> delivery.target().lane(),
                            InMemoryDeliveryStore::claimableAt,
                            (one, other) -> one.isBefore(other) ? one : other));
        }
    }

    @Override
    public List<Delivery> claim(DeliveryClaim claim, Instant now, Map<String, Integer> places) {
        synchronized (storage) {
            List<Delivery> claimed = new ArrayList<>();
            places.forEach((lane, most) -> pending()
                    .filter(delivery -> delivery.target().lane().equals(lane))
                    .filter(delivery -> !claimableAt(delivery).isAfter(now))
                    .sorted(Comparator.comparing(InMemoryDeliveryStore::claimableAt))
                    .limit(most)
                    .map(delivery -> put(delivery.claimed(claim)))
                    .forEach(claimed::add));
            return claimed;
        }
    }

    @Override
    public int giveBack(Owner owner, int limit) {
        synchronized (storage) {
            List<Delivery> claimed = pending()
                    .filter(delivery -> delivery.claim()
                            .filter(claim -> claim.owner().equals(owner))
                            .isPresent())
                    .limit(limit)
                    .toList();
            claimed.forEach(delivery -> put(delivery.unclaimed()));
            return claimed.size();
        }
    }

    @Override
    public Delivery record(Delivery after, DeliveryAttempt attempt) {
        synchronized (storage) {
            Delivery kept = storage.deliveries.get(after.id());
            if (kept == null || kept.version() != after.version()) {
                throw new IllegalStateException("delivery " + after.id() + " was attempted by somebody else");
            }
            storage.attempts
                    .computeIfAbsent(after.id(), ignored -> new ArrayList<>())
                    .add(attempt);
            return put(after);
        }
    }

    @Override
    public Delivery add(Delivery delivery) {
        synchronized (storage) {
            boolean taken = of(delivery.run()).stream().anyMatch(other -> other.number() == delivery.number());
            if (taken) {
                throw new DeliveryFailure.NumberTaken(delivery.run(), delivery.number());
            }
            return storage.addDelivery(delivery);
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
    public Map<RunId, Delivery.Status> latest(Collection<RunId> runs) {
        Map<RunId, Delivery.Status> latest = new HashMap<>();
        for (RunId run : runs) {
            of(run).stream()
                    .reduce((earlier, later) -> later)
                    .ifPresent(delivery -> latest.put(run, delivery.status()));
        }
        return latest;
    }

    private Stream<Delivery> pending() {
        return List.copyOf(storage.deliveries.values()).stream().filter(delivery -> !delivery.isSettled());
    }

    private static Instant claimableAt(Delivery delivery) {
        return delivery.claim().map(DeliveryClaim::until).orElse(delivery.dueAt());
    }

    private Delivery put(Delivery changed) {
        Delivery next = changed.withVersion(changed.version() + 1);
        storage.deliveries.put(next.id(), next);
        return next;
    }
}
