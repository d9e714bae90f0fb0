package org.jobplatform.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * A login that lasts while it is used.
 *
 * @param tokenHash digest of the token that the client holds; the token itself is never kept
 * @param idle longest time without use; one that exceeds {@link #LONGEST_LIFE} is the session's longest life too
 */
public record Session(String tokenHash, String userId, Duration idle, Instant createdAt, Instant lastUsedAt) {
    /** Longest life of a session that is used again and again, unless it may be idle for even longer. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(12);

    /** Says whether the session is still good. */
    public boolean isValid(Instant now) {
        Duration life = idle.compareTo(LONGEST_LIFE) > 0 ? idle : LONGEST_LIFE;
        return now.isBefore(lastUsedAt.plus(idle)) && now.isBefore(createdAt.plus(life));
    }

    @Override
    public String toString() {
        return "Session[of " + userId + " since " + createdAt + "]";
    }
}
