package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;

/**
 * The callbacks on their way. They are added with the end of their run, by {@link RunStore#finish}: with version 1, and
 * claimed already when they carry a claim. Every change, a claim too, counts the version up, so that whoever claimed before
 * and is late changes nothing any more.
 */
public interface DeliveryStore {
    /** The store's own time. All times of deliveries are by it, so that the clocks of the nodes do not matter. */
    Instant time();

    /**
     * Every lane (see {@link org.jobplatform.domain.run.CallbackTarget#lane()}) in which a delivery is pending, with the
     * time from which one can be claimed: when it is due, or when its claim ends.
     */
    Map<String, Instant> pendingLanes();

    /**
     * Claims deliveries that can be claimed now, in each of these lanes the longest due first. No delivery is given to two
     * callers. It is given back by {@link #record}, by {@link #giveBack}, or by the end of the claim.
     *
     * @param places the lanes, each with the most deliveries to claim in it, at least 1
     */
    List<Delivery> claim(DeliveryClaim claim, Instant now, Map<String, Integer> places);

    /**
     * Ends claims of this owner, so that what it claimed can be claimed by others as soon as it is due.
     *
     * @param limit most claims to end, at least 1
     * @return how many were ended; fewer than the limit when none is left
     */
    int giveBack(Owner owner, int limit);

    /**
     * Keeps a delivery after an attempt, with the attempt. Returns it with the next version; it is nobody's any more.
     *
     * @throws IllegalStateException when the stored version is another: the claim had ended
     */
    Delivery record(Delivery after, DeliveryAttempt attempt);

    /**
     * Adds a delivery of a run that has ended: a redelivery, claimed already when it carries a claim. Returns it as it is
     * kept.
     *
     * @throws org.jobplatform.domain.callback.DeliveryFailure.NumberTaken when the run has one of that number
     */
    Delivery add(Delivery delivery);

    /** The deliveries of a run, in the order of their numbers. */
    List<Delivery> of(RunId run);

    /** The attempts of a delivery, in their order. */
    List<DeliveryAttempt> attempts(DeliveryId delivery);

    /** How far the latest delivery of each of these runs has come; nothing of a run without one. */
    Map<RunId, Delivery.Status> latest(Collection<RunId> runs);
}
