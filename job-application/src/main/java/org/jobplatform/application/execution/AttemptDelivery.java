package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryResult;

/** Makes one attempt of a delivery that this node has claimed, and records it. */
final class AttemptDelivery {
    private final DeliveryStore deliveries;
    private final Notifier notifier;
    private final IdSource ids;
    private final StoreTime time;
    private final LongSupplier nanoTime;

    AttemptDelivery(DeliveryStore deliveries, Notifier notifier, IdSource ids, StoreTime time, LongSupplier nanoTime) {
        this.deliveries = deliveries;
        this.notifier = notifier;
        this.ids = ids;
        this.time = time;
        this.nanoTime = nanoTime;
    }

    /** The attempt as it went; empty when it was given up without the receiver's doing, and does not count. */
    Optional<DeliveryAttempt> make(Delivery delivery) {
        Instant at = time.instant();
        long began = nanoTime.getAsLong();
        DeliveryResult result;
        try {
            result = notifier.deliver(delivery);
        } catch (StorageUnavailable unavailable) {
            // The store has what it is signed with, so that nothing was sent.
            return Optional.empty();
        } catch (RuntimeException | Error broken) {
            // Counted like any failure: unrecorded, it would be tried for ever.
            result = new DeliveryResult.Unreachable("the notifier broke: " + broken);
        }
        if (Thread.currentThread().isInterrupted() && !(result instanceof DeliveryResult.Confirmed)) {
            // Given up by a shutdown, not failed.
            return Optional.empty();
        }
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - began);
        return Optional.of(new DeliveryAttempt(delivery.attempts() + 1, at, took, result));
    }

    /** The delivery as it is kept with the attempt; empty when it is not. */
    Optional<Delivery> record(Delivery delivery, DeliveryAttempt attempt) {
        try {
            return Optional.of(deliveries.record(delivery.record(attempt, time.instant(), ids.chance()), attempt));
        } catch (StorageUnavailable unavailable) {
            // Unrecorded, the attempt is made again when its claim ends: a receiver may hear twice, never not at all.
            return Optional.empty();
        } catch (IllegalStateException madeByAnother) {
            // The claim had ended, and the delivery is somebody else's.
            return Optional.empty();
        }
    }
}
