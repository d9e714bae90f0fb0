package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;

/**
 * Brings deliveries to their attempts, each on a thread of its own. A new one whose receiver has a free place on this node is
 * kept as claimed by it and attempted from memory; all others wait in the store, and are claimed in their lane's turn when
 * one of its places is free.
 */
public final class DeliverCallbacks implements Step {
    /** Longer than an attempt can take, so that a claim ends by time only when nobody could give it back. */
    private static final Duration CLAIM = Duration.ofSeconds(40);

    /** Finds what other nodes have left. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private static final int MOST_AT_ONCE = 32;
    private static final int GIVEN_BACK_AT_ONCE = 200;

    private final DeliveryStore deliveries;
    private final AttemptDelivery attempts;
    private final Executor threads;
    private final Membership membership;
    private final StoreTime time;
    private final Signal wake;
    private final DeliveryPlaces places = new DeliveryPlaces();
    private final WaitingLanes waiting = new WaitingLanes();
    private final Set<DeliveryId> underWay = ConcurrentHashMap.newKeySet();
    private volatile Duration rest = Duration.ZERO;
    private volatile boolean closed;

    /**
     * @param nanoTime time that only goes forward, in nanoseconds from any origin; measures how long an attempt took
     * @param wake wakes this loop before its rest is over
     */
    public DeliverCallbacks(
            DeliveryStore deliveries,
            Notifier notifier,
            Executor threads,
            IdSource ids,
            Membership membership,
            StoreTime time,
            LongSupplier nanoTime,
            Signal wake) {
        this.deliveries = deliveries;
        this.attempts = new AttemptDelivery(deliveries, notifier, ids, time, nanoTime);
        this.threads = threads;
        this.membership = membership;
        this.time = time;
        this.wake = wake;
    }

    /**
     * This delivery, made just now, as it is to be kept: claimed by this node when its receiver has a free place. Once it is kept,
     * {@link #send} follows, otherwise {@link #forget}.
     */
    public Delivery claimed(Delivery added) {
        Optional<Owner> claimant = closed ? Optional.empty() : membership.claimant();
        return claimant.filter(owner -> places.take(lane(added), 1) == 1)
                .map(owner -> added.claimed(claim(owner, added.createdAt())))
                .orElse(added);
    }

    /** The delivery is kept: it is attempted, now or when its receiver has a free place. */
    public void send(Delivery added) {
        if (added.claim().isPresent()) {
            launch(added.withVersion(1));
        } else {
            waits(lane(added));
        }
    }

    /** The delivery is not kept, or nobody knows. */
    public void forget(Delivery added) {
        if (added.claim().isPresent()) {
            places.giveBack(lane(added), 1);
        }
    }

    /** The run's deliveries may be kept as claimed by this node without its knowledge: the answer was lost. */
    void recover(RunId run) {
        for (Delivery delivery : deliveries.of(run)) {
            boolean forgotten = delivery.claim()
                    .filter(claim -> claim.owner().equals(membership.owner()))
                    .filter(claim -> !underWay.contains(delivery.id()))
                    .isPresent();
            if (forgotten && !closed && places.take(lane(delivery), 1) == 1) {
                launch(delivery);
            }
        }
    }

    @Override
    public boolean step() {
        Optional<Owner> claimant = membership.claimant();
        rest = LONGEST_REST;
        if (closed || claimant.isEmpty()) {
            return false;
        }
        try {
            time.renew();
            look();
            boolean more = claimWaiting(claimant.get());
            rest = restUntil(waiting.nextLook());
            return more;
        } catch (StorageUnavailable unavailable) {
            // What is due stays due; the next turn asks again.
            return false;
        }
    }

    /** How long this loop may rest before its next step: until a delivery is due that it knows of, and a second at most. */
    public Duration rest() {
        return rest;
    }

    /** How many attempts are made, or made and not recorded yet. */
    public int inFlight() {
        return places.inAll();
    }

    /**
     * Nothing is claimed or sent any more, and what is claimed goes back to the store, what is on its way too: whoever claims
     * it next makes the attempt, and this node's is not recorded.
     *
     * @throws StorageUnavailable when the store is out of reach; the claims then end with the lease of this node
     */
    public void giveBack() {
        closed = true;
        int ended;
        do {
            ended = deliveries.giveBack(membership.owner(), GIVEN_BACK_AT_ONCE);
        } while (ended == GIVEN_BACK_AT_ONCE);
    }

    private void look() {
        Instant now = time.instant();
        if (now.isBefore(waiting.nextLook())) {
            return;
        }
        waiting.looking(now.plus(LONGEST_REST));
        deliveries.pendingLanes().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(lane -> waitsFrom(lane.getKey(), lane.getValue(), now));
    }

    private void waitsFrom(String lane, Instant due, Instant now) {
        if (due.isAfter(now)) {
            waiting.lookBy(due);
        } else {
            waiting.add(lane);
        }
    }

    private boolean claimWaiting(Owner owner) {
        Map<String, Integer> taken = waiting.takePlaces(places, MOST_AT_ONCE);
        if (taken.isEmpty()) {
            return false;
        }
        Map<String, Integer> unused = new HashMap<>(taken);
        try {
            Instant now = time.instant();
            List<Delivery> claimed = deliveries.claim(claim(owner, now), now, taken);
            claimed.forEach(delivery -> {
                unused.merge(lane(delivery), -1, Integer::sum);
                launch(delivery);
            });
        } finally {
            unused.forEach((lane, count) -> {
                places.giveBack(lane, count);
                if (count == 0) {
                    // Perhaps there are more than it had places.
                    waiting.add(lane);
                }
            });
        }
        return true;
    }

    private void launch(Delivery delivery) {
        underWay.add(delivery.id());
        try {
            threads.execute(() -> attempt(delivery));
        } catch (RejectedExecutionException closing) {
            // The attempt is made when its claim ends.
            underWay.remove(delivery.id());
            places.giveBack(lane(delivery), 1);
        }
    }

    private void attempt(Delivery delivery) {
        try {
            leavingLane(lane(delivery), () -> attempts.make(delivery))
                    .flatMap(made -> attempts.record(delivery, made))
                    .filter(kept -> !kept.isSettled())
                    .ifPresent(this::again);
        } finally {
            underWay.remove(delivery.id());
            places.end();
        }
    }

    private <T> T leavingLane(String lane, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            places.leaveLane(lane);
            if (waiting.contains(lane)) {
                wake.raise();
            }
        }
    }

    private void again(Delivery kept) {
        Instant now = time.instant();
        waitsFrom(lane(kept), kept.dueAt(), now);
        if (kept.dueAt().isBefore(now.plus(LONGEST_REST))) {
            wake.raise();
        }
    }

    private void waits(String lane) {
        waiting.add(lane);
        wake.raise();
    }

    private Duration restUntil(Instant nextLook) {
        Duration left = Duration.between(time.instant(), nextLook);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static DeliveryClaim claim(Owner owner, Instant now) {
        return new DeliveryClaim(owner, now.plus(CLAIM));
    }

    private static String lane(Delivery delivery) {
        return delivery.target().lane();
    }
}
