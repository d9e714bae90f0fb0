package org.jobplatform.domain.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A long-lived credential of a user, for programs.
 *
 * @param id names the key where it is managed
 * @param keyHash digest of the key; the key itself is never kept
 * @param expiresAt never when empty
 */
public record ApiKey(String id, String keyHash, String userId, Instant createdAt, Optional<Instant> expiresAt) {
    /** Says whether the key is still good. */
    public boolean isValid(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + " of " + userId + "]";
    }
}
