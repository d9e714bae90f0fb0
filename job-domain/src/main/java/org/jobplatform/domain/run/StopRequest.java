package org.jobplatform.domain.run;

import java.time.Instant;

/**
 * A wish that a run stops.
 *
 * @param reason shown with the stopped run, at most {@link #MAXIMUM_REASON} characters
 * @param requester the name of the user who asked, or what within the platform did
 */
public record StopRequest(StopMode mode, String reason, String requester, Instant at) {
    /** Longest reason, in characters. */
    public static final int MAXIMUM_REASON = 1_000;

    /** @throws IllegalArgumentException when the reason is too long or holds a NUL */
    public StopRequest {
        if (reason.length() > MAXIMUM_REASON || reason.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a reason must have at most " + MAXIMUM_REASON + " characters and no NUL");
        }
    }
}
