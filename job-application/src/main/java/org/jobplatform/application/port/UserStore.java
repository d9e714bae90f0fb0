package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;

/** Where users are kept. */
public interface UserStore {
    /** Adds a user, or replaces the one with this id; durable when the call returns. @throws IllegalStateException when another user has the name */
    void save(User user);

    /**
     * Adds the first user, and its API key, in one atomic change. False, and nothing is added, when there is any user: of
     * callers at the same time, on whatever node, one adds its own.
     */
    boolean addFirst(User user, ApiKey key);

    /** The user with this name, without regard to case. */
    Optional<User> named(String name);

    /** The user with this id. */
    Optional<User> find(String id);

    /** Says whether there is no user at all. */
    boolean isEmpty();
}
