package org.jobplatform.application.port;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;

/** Where users are kept. Every call is one atomic change, durable when it returns. */
public interface UserStore {
    /** Adds a user. @throws org.jobplatform.domain.access.UserFailure.Taken when another user has the name */
    void add(User user);

    /**
     * Adds the first user, and its API key, in one atomic change. False, and nothing is added, when there is any user: of
     * callers at the same time, on whatever node, one adds its own.
     */
    boolean addFirst(User user, ApiKey key);

    /**
     * Changes a user to what the function makes of it, and returns that; empty when there is no such user. The function
     * is given the user as it is in this atomic change, must leave id and name as they are, and may be called again. A
     * user who has another password than before, or is disabled, has no session afterwards.
     *
     * @throws org.jobplatform.domain.access.UserFailure.LastAdministrator when nobody could administer the platform then
     */
    Optional<User> change(String id, UnaryOperator<User> change);

    /**
     * Deletes a user with its sessions and keys. False when there is none with this id.
     *
     * @throws org.jobplatform.domain.access.UserFailure.LastAdministrator when nobody could administer the platform then
     */
    boolean delete(String id);

    /** The user with this name, without regard to case. */
    Optional<User> named(String name);

    /** The user with this id. */
    Optional<User> find(String id);

    /**
     * One page of users in the order of their names in lower case.
     *
     * @param after the name of the last user of the page before; empty for the first page
     * @param limit most users to return, at least 1
     */
    List<User> page(Optional<String> after, int limit);

    /** Says whether there is no user at all. */
    boolean isEmpty();
}
