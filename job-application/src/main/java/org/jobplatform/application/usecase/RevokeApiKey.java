package org.jobplatform.application.usecase;

import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Ends an API key: here at once, at other nodes within a second. */
public final class RevokeApiKey {
    private final ApiKeyStore keys;
    private final KeyOwners owners;
    private final Credentials credentials;

    /** @param credentials forget what they know of the user */
    public RevokeApiKey(UserStore users, ApiKeyStore keys, Credentials credentials) {
        this.keys = keys;
        this.owners = new KeyOwners(users);
        this.credentials = credentials;
    }

    /**
     * Ends the key with this id.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is another and no administrator
     * @throws UserFailure.NotFound when there is no such user or key
     * @throws UserFailure.BeyondLimits when the asker's own key may do less than that one
     */
    public void revoke(String userName, String id, Principal who) {
        User user = owners.find(userName, who);
        ApiKey key = keys.of(user.id()).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(RevokeApiKey::missing);
        KeyOwners.requireWithin(key.limits(), who);
        if (!keys.delete(user.id(), id)) {
            throw missing();
        }
        credentials.forget(user.id());
    }

    private static UserFailure missing() {
        return new UserFailure.NotFound("key with this id");
    }
}
