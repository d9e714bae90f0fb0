package org.jobplatform.application.execution;

import java.util.HashMap;
import java.util.Map;

/**
 * How many attempts a node may make at once: {@value #PER_LANE} for one receiver, so that one that hangs delays no other, and
 * {@value #IN_ALL} in all. Safe for use by many threads.
 */
final class DeliveryPlaces {
    private static final int PER_LANE = 4;
    private static final int IN_ALL = 1_000;

    private final Map<String, Integer> taken = new HashMap<>();
    private int inAll;

    /** Takes up to so many places in a lane; returns how many. */
    synchronized int take(String lane, int wanted) {
        int there = taken.getOrDefault(lane, 0);
        int free = Math.min(PER_LANE - there, IN_ALL - inAll);
        int places = Math.max(0, Math.min(wanted, free));
        if (places > 0) {
            taken.put(lane, there + places);
            inAll += places;
        }
        return places;
    }

    /** Leaves places in a lane that were not used. */
    synchronized void giveBack(String lane, int places) {
        for (int i = 0; i < places; i++) {
            leaveLane(lane);
            end();
        }
    }

    /** The receiver has answered: the next attempt may go to it, while this one is not recorded yet. */
    synchronized void leaveLane(String lane) {
        taken.computeIfPresent(lane, (name, count) -> count == 1 ? null : count - 1);
    }

    /** The attempt is recorded, or never will be. */
    synchronized void end() {
        inAll--;
    }

    /** How many attempts are made or being recorded. */
    synchronized int inAll() {
        return inAll;
    }
}
