package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Lets a user choose another password. Every session of the user ends by that; keys stay. */
public final class ChangePassword {
    private final UserStore users;
    private final Credentials credentials;
    private final PasswordHasher passwords;

    /** @param credentials forget what they know of the user */
    public ChangePassword(UserStore users, Credentials credentials, PasswordHasher passwords) {
        this.users = users;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    /**
     * Changes the asker's own password.
     *
     * @param current the password until now; wrong ones are counted as at a login
     * @param source the network address that the request comes from
     * @throws UserFailure.Refused when that is another one
     * @throws AccessFailure.Unauthenticated when the user was deleted meanwhile
     * @throws org.jobplatform.application.limit.LimitFailure as a login does
     */
    public void change(String current, NewPassword next, Principal who, String source) {
        User user = prove(current, who, source);
        String hash = passwords.hash(next.text());
        Optional<User> changed = users.change(user.id(), now -> {
            if (!now.passwordHash().equals(user.passwordHash())) {
                throw wrong();
            }
            return now.withPasswordHash(hash);
        });
        credentials.forget(user.id());
        if (changed.isEmpty()) {
            throw new AccessFailure.Unauthenticated();
        }
    }

    private User prove(String current, Principal who, String source) {
        try {
            return credentials.prove(who.name(), current, source);
        } catch (AccessFailure.Unauthenticated wrong) {
            throw wrong();
        }
    }

    private static UserFailure wrong() {
        return new UserFailure.Refused("current", "is not the password");
    }
}
