package org.jobplatform.application.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;

/**
 * The deliveries of a storage as one node changes them.
 *
 * @param changed is told of each that is added, and of each attempt that is recorded
 */
record RecordingDeliveries(DeliveryStore deliveries, Consumer<Delivery> changed) implements DeliveryStore {
    @Override
    public Instant time() {
        return deliveries.time();
    }

    @Override
    public Map<String, Instant> pendingLanes() {
        return deliveries.pendingLanes();
    }

    @Override
    public List<Delivery> claim(DeliveryClaim claim, Instant now, Map<String, Integer> places) {
        return deliveries.claim(claim, now, places);
    }

    @Override
    public int giveBack(Owner owner, int limit) {
        return deliveries.giveBack(owner, limit);
    }

    @Override
    public Delivery record(Delivery after, DeliveryAttempt attempt) {
        return told(deliveries.record(after, attempt));
    }

    @Override
    public Delivery add(Delivery delivery) {
        return told(deliveries.add(delivery));
    }

    @Override
    public List<Delivery> of(RunId run) {
        return deliveries.of(run);
    }

    @Override
    public List<DeliveryAttempt> attempts(DeliveryId delivery) {
        return deliveries.attempts(delivery);
    }

    @Override
    public Map<RunId, Delivery.Status> latest(Collection<RunId> runs) {
        return deliveries.latest(runs);
    }

    private Delivery told(Delivery kept) {
        changed.accept(kept);
        return kept;
    }
}
