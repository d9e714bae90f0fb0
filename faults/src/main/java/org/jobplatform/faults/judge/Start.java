package org.jobplatform.faults.judge;

import java.util.Set;

/**
 * All that a client was told of one start, however often it was repeated.
 *
 * @param key names the start in every repeat; kept by the platform as the run's argument
 * @param callback whether the client wants to be told of the end
 * @param runs ids that were answered
 */
public record Start(String key, Told told, boolean callback, Set<String> runs) {
    /** The best answer that a client got. */
    public enum Told {
        /** The platform answers for the run. */
        ACKNOWLEDGED,
        /** There is no run. */
        REFUSED,
        /** None, or one that leaves it open: none or one run. */
        UNKNOWN
    }
}
