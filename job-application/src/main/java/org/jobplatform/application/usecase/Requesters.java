package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.run.Run;

/**
 * Those who started runs, with what they may do now: the platform starts no more for them by itself than they could start
 * themselves. Whoever could start a run can start runs by each of its own keys, so that the limits of the key are no matter.
 */
public final class Requesters {
    private final UserStore users;

    /** @param users among whom they are, unless they are gone */
    public Requesters(UserStore users) {
        this.users = users;
    }

    /** Who started the run; may do nothing when disabled or gone. */
    Principal of(Run run) {
        String name = run.request().requester();
        Optional<User> user = users.named(name).filter(found -> !found.disabled());
        return user.map(found -> found.principal(KeyLimits.NONE))
                .orElseGet(() -> new Principal("", name, Grants.NONE, KeyLimits.NONE));
    }
}
