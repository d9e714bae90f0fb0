package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Session;

/** Where sessions and API keys are kept, by the digest of what the client holds. */
public interface CredentialStore {
    /** Adds a session. */
    void add(Session session);

    /** The session with this digest, whether it is still good or not. */
    Optional<Session> session(String tokenHash);

    /** Notes a use of the session; does nothing when it is gone. */
    void touch(String tokenHash, Instant usedAt);

    /** Ends a session; does nothing when it is gone. */
    void endSession(String tokenHash);

    /** Ends every session of a user. */
    void endSessions(String userId);

    /**
     * Deletes sessions that are over at this time; says how many it deleted.
     *
     * @param most to delete, at least 1
     */
    int deleteOver(Instant now, int most);

    /** Adds an API key, or replaces the one with this id. */
    void save(ApiKey key);

    /** The API key with this digest, whether it is still good or not. */
    Optional<ApiKey> key(String keyHash);
}
