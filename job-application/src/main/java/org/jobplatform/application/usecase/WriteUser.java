package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Makes or changes a user as an administrator says. A new password, or being disabled, ends every session of the user. */
public final class WriteUser {
    private static final int MOST_TRIES = 5;

    private final UserStore users;
    private final Credentials credentials;
    private final PasswordHasher passwords;
    private final IdSource ids;
    private final InstantSource clock;

    /** @param credentials forget what they know of a user who is changed */
    public WriteUser(
            UserStore users, Credentials credentials, PasswordHasher passwords, IdSource ids, InstantSource clock) {
        this.users = users;
        this.credentials = credentials;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** The user as it now is, and whether it is new. */
    public record Written(User user, boolean made) {}

    /**
     * Writes the user, durably.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is no administrator
     * @throws UserFailure.LastAdministrator when nobody could administer the platform then
     */
    public Written write(UserDraft draft, Principal who) {
        who.requireEverywhere(Permission.ADMINISTER);
        Optional<String> hash = draft.password().map(password -> passwords.hash(password.text()));
        // Somebody else may make or delete the user between two looks.
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Optional<User> found = users.named(draft.name());
            Optional<Written> written = found.isPresent()
                    ? change(found.get(), draft, hash).map(user -> new Written(user, false))
                    : make(draft, hash).map(user -> new Written(user, true));
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new UserFailure.Taken(draft.name());
    }

    private Optional<User> change(User found, UserDraft draft, Optional<String> hash) {
        Optional<User> changed = users.change(
                found.id(),
                user -> hash.map(user::withPasswordHash).orElse(user).withGrants(draft.grants(), draft.disabled()));
        credentials.forget(found.id());
        return changed;
    }

    private Optional<User> make(UserDraft draft, Optional<String> hash) {
        User user = new User(
                ids.plainId(),
                draft.name(),
                draft.grants(),
                hash.orElseGet(() -> passwords.hash(ids.secret())),
                draft.disabled(),
                clock.instant());
        try {
            users.add(user);
            return Optional.of(user);
        } catch (UserFailure.Taken madeMeanwhile) {
            return Optional.empty();
        }
    }
}
