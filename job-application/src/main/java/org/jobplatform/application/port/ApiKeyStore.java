package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;

/** Where API keys are kept, by the digest of what the client holds. */
public interface ApiKeyStore {
    /** Adds a key, or replaces the one with this id. */
    void save(ApiKey key);

    /** The key with this digest, whether it is still good or not. */
    Optional<ApiKey> find(String keyHash);

    /** The keys of a user, the oldest first, then in the order of their ids. */
    List<ApiKey> of(String userId);

    /** Notes a use of the key; does nothing when it is gone. */
    void touch(String id, Instant usedAt);

    /** Deletes a key of this user. False when the user has none with this id. */
    boolean delete(String userId, String id);
}
