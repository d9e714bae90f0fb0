package org.jobplatform.domain.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A long-lived credential of a user, for programs.
 *
 * @param id names the key where it is managed
 * @param name says to people what it is for: 1 to {@link #LONGEST_NAME} characters
 * @param keyHash digest of what is secret of the key, which is never kept itself
 * @param lastUsedAt to about half a minute; empty before the first use
 */
public record ApiKey(
        String id,
        String name,
        String keyHash,
        String userId,
        Instant createdAt,
        KeyLimits limits,
        Optional<Instant> lastUsedAt) {
    /** Longest name of a key, in characters. */
    public static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException when the name is empty or too long */
    public ApiKey {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a key must have 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** A key that was never used. */
    public static ApiKey unused(
            String id, String name, String keyHash, String userId, Instant createdAt, KeyLimits limits) {
        return new ApiKey(id, name, keyHash, userId, createdAt, limits, Optional.empty());
    }

    /** This key after a use. */
    public ApiKey usedAt(Instant time) {
        return new ApiKey(id, name, keyHash, userId, createdAt, limits, Optional.of(time));
    }

    /** Says whether the key is still good. */
    public boolean isValid(Instant now) {
        return limits.expiresAt().map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + " of " + userId + "]";
    }
}
