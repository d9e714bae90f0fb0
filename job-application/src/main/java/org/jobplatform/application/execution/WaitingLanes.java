package org.jobplatform.application.execution;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The lanes in which a delivery waits that is due, in the order in which they get their turn, and when to look into the store
 * for more. Safe for use by many threads.
 */
final class WaitingLanes {
    private final Set<String> lanes = new LinkedHashSet<>();
    private Instant nextLook = Instant.MIN;

    /** A delivery that is due waits in this lane, which gets its turn after the others. */
    synchronized void add(String lane) {
        lanes.add(lane);
    }

    synchronized boolean contains(String lane) {
        return lanes.contains(lane);
    }

    /**
     * Takes places in the lanes whose turn it is. A lane that got some is taken out: to be added again when it had at least
     * as many deliveries.
     *
     * @param most places in all
     */
    synchronized Map<String, Integer> takePlaces(DeliveryPlaces places, int most) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        int left = most;
        for (String lane : lanes) {
            int got = left == 0 ? 0 : places.take(lane, left);
            if (got > 0) {
                taken.put(lane, got);
                left -= got;
            }
        }
        lanes.removeAll(taken.keySet());
        return taken;
    }

    /** When to look into the store. */
    synchronized Instant nextLook() {
        return nextLook;
    }

    /** To be looked into the store at this time, or before. */
    synchronized void lookBy(Instant time) {
        if (time.isBefore(nextLook)) {
            nextLook = time;
        }
    }

    /** The store is being looked into now; to be looked into again at the given time. */
    synchronized void looking(Instant next) {
        nextLook = next;
    }
}
