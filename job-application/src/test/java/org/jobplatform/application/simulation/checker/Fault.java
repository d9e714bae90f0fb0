package org.jobplatform.application.simulation.checker;

import java.time.Duration;

/**
 * Something that went wrong on purpose.
 *
 * @param node that it befell; all of them when empty
 * @param until when it was over, since the beginning of the history
 */
public record Fault(When when, String node, Kind kind, Duration until) {
    /** What went wrong. */
    public enum Kind {
        /** The process stood still, for less than a lease. */
        SHORT_FREEZE,
        /** The process stood still, for longer than others wait before they take over. */
        LONG_FREEZE,
        /** The process died, and was started again as another owner. */
        CRASH,
        /** A call did not reach the store. */
        CALL_LOST,
        /** The store made a change and its answer was lost. */
        ANSWER_LOST,
        /** A call reached the store late. */
        CALL_LATE,
        /** The store was out of reach for one node. */
        PARTITION,
        /** The store was out of reach for every node. */
        OUTAGE,
        /** The clock on the wall was set forward. */
        CLOCK_FORWARD,
        /** The clock on the wall was set back. */
        CLOCK_BACK,
        /** The clocks of the node go too fast or too slow. */
        DRIFT,
        /** The process was asked to end, and was started again. */
        GRACEFUL_STOP,
        /** Every machine slept. */
        SLEEP
    }

    /** Says whether it may have kept this node from its work at some time between these two. */
    public boolean hinders(String which, Duration from, Duration to) {
        return (node.isEmpty() || node.equals(which)) && when.time().compareTo(to) <= 0 && until.compareTo(from) >= 0;
    }
}
