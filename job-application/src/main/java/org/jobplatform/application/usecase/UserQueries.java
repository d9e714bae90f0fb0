package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** What can be known of users, by administrators. */
public final class UserQueries {
    private final UserStore users;

    /** Where the users are kept. */
    public UserQueries(UserStore users) {
        this.users = users;
    }

    /**
     * The user of this name.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is no administrator
     * @throws UserFailure.NotFound when there is none
     */
    public User find(String name, Principal who) {
        return find(users, name, who);
    }

    /**
     * As {@link UserStore#page}.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is no administrator
     */
    public List<User> page(Optional<String> after, int limit, Principal who) {
        who.requireEverywhere(Permission.ADMINISTER);
        return users.page(after, limit);
    }

    static User find(UserStore users, String name, Principal who) {
        who.requireEverywhere(Permission.ADMINISTER);
        return users.named(name).orElseThrow(UserQueries::missing);
    }

    static UserFailure missing() {
        return new UserFailure.NotFound("user of this name");
    }
}
