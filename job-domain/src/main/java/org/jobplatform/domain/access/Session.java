package org.jobplatform.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A login that lasts while it is used.
 *
 * @param tokenHash digest of the token that the client holds; the token itself is never kept
 * @param idle longest time without use; one that exceeds {@link #LONGEST_LIFE} is the session's longest life too
 * @param keyHash digest of the API key that it was begun by: it is worth what that key is; empty when by a password
 */
public record Session(
        String tokenHash,
        String userId,
        Duration idle,
        Instant createdAt,
        Instant lastUsedAt,
        Optional<String> keyHash) {
    /** Longest life of a session that is used again and again, unless it may be idle for even longer. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(12);

    /** Begun by a password. */
    public Session(String tokenHash, String userId, Duration idle, Instant createdAt, Instant lastUsedAt) {
        this(tokenHash, userId, idle, createdAt, lastUsedAt, Optional.empty());
    }

    /** Says whether the session is still good. */
    public boolean isValid(Instant now) {
        return now.isBefore(lastUsedAt.plus(idle)) && now.isBefore(longestEnd());
    }

    /** When it is over, however much it is used. */
    public Instant longestEnd() {
        return createdAt.plus(idle.compareTo(LONGEST_LIFE) > 0 ? idle : LONGEST_LIFE);
    }

    /** This session after a use. */
    public Session usedAt(Instant time) {
        return new Session(tokenHash, userId, idle, createdAt, time, keyHash);
    }

    @Override
    public String toString() {
        return "Session[of " + userId + " since " + createdAt + "]";
    }
}
