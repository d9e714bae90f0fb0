package org.jobplatform.application.usecase;

import java.time.Instant;
import org.jobplatform.domain.run.Run;

/**
 * A run that has changed.
 *
 * @param kind what of it
 * @param run as it was read
 * @param position where to go on from, to miss nothing that came after this
 */
public record RunEvent(Kind kind, Run run, Instant position) {
    /** What can change. */
    public enum Kind {
        /** Its state or its attempt; also a run that is told of for the first time. */
        STATE,
        /** Something else, such as its progress. */
        PROGRESS
    }
}
