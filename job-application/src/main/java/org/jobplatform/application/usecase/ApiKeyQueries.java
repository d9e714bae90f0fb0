package org.jobplatform.application.usecase;

import java.util.List;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Principal;

/** What can be known of API keys: all but their secrets. */
public final class ApiKeyQueries {
    private final ApiKeyStore keys;
    private final KeyOwners owners;

    /** Both of the same store. */
    public ApiKeyQueries(UserStore users, ApiKeyStore keys) {
        this.keys = keys;
        this.owners = new KeyOwners(users);
    }

    /**
     * Every key of a user, the oldest first.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is another and no administrator
     * @throws org.jobplatform.domain.access.UserFailure.NotFound when there is no such user
     */
    public List<ApiKey> of(String userName, Principal who) {
        return keys.of(owners.find(userName, who).id());
    }
}
