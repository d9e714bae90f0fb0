package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;

/** Where sessions are kept, by the digest of what the client holds. */
public interface SessionStore {
    /**
     * Adds a session of a user who was proved. False, and nothing is added, when the user is gone, is disabled or has
     * another password by now: whoever changes that meets every session that was begun before.
     */
    boolean add(Session session, User proved);

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
}
