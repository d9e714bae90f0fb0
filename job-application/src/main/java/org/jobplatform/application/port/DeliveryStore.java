package org.jobplatform.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.RunId;

/** The callbacks on their way. They are added with the end of their run, by {@link RunStore#finish}. */
public interface DeliveryStore {
    /**
     * Claims deliveries whose attempt is due, the longest due first, so that no other caller gets them before
     * {@code now + lease}. A claimed delivery is given back by {@link #record}, or by the end of the lease when its node
     * died.
     *
     * @param busyLanes lanes (see {@link org.jobplatform.domain.run.CallbackTarget#lane()}) to leave out
     * @param limit most deliveries to claim, at least 1
     */
    List<Delivery> claimDue(Instant now, Duration lease, Set<String> busyLanes, int limit);

    /**
     * Keeps a delivery after an attempt, with the attempt. Returns it with the next version.
     *
     * @throws IllegalStateException when the stored version is another: somebody else made the attempt
     */
    Delivery record(Delivery after, DeliveryAttempt attempt);

    /** Adds a delivery of a run that has ended: a redelivery. */
    Delivery add(Delivery delivery);

    /** The deliveries of a run, in the order of their numbers. */
    List<Delivery> of(RunId run);

    /** The attempts of a delivery, in their order. */
    List<DeliveryAttempt> attempts(DeliveryId delivery);

    /** When the next attempt of any delivery is due; empty when none is pending. */
    Optional<Instant> nextDue();
}
