package org.jobplatform.application.usecase;

import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Whose keys somebody may manage: everybody their own, administrators everybody's. */
final class KeyOwners {
    private final UserStore users;

    KeyOwners(UserStore users) {
        this.users = users;
    }

    /**
     * The user of this name.
     *
     * @throws AccessFailure.Denied when the asker is another and no administrator
     * @throws UserFailure.NotFound when there is none
     */
    User find(String name, Principal who) {
        return name.equalsIgnoreCase(who.name())
                ? users.find(who.userId()).orElseThrow(AccessFailure.Unauthenticated::new)
                : UserQueries.find(users, name, who);
    }

    /** Lets through only what the asker's own credential is not below. */
    static void requireWithin(KeyLimits wanted, Principal who) {
        if (!wanted.and(who.limits()).equals(wanted)) {
            throw new UserFailure.BeyondLimits();
        }
    }
}
