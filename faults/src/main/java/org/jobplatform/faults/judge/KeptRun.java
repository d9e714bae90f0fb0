package org.jobplatform.faults.judge;

import java.util.Set;

/**
 * A run as the platform keeps it in the end.
 *
 * @param key of the start that made it
 * @param state in the platform's words
 */
public record KeptRun(String id, String key, Work work, String state) {
    private static final Set<String> ENDED = Set.of("COMPLETED", "COMPLETED_WITH_ERRORS", "FAILED", "STOPPED", "LOST");

    /** What its job does, and what becomes of a run whose node dies. */
    public enum Work {
        /** Nothing that is seen from outside. */
        NOTHING,
        /** Leaves effects, and is never tried again. */
        ONCE,
        /** Leaves effects, and is tried again. */
        AGAIN
    }

    boolean hasEnded() {
        return ENDED.contains(state);
    }
}
