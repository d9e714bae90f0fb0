package org.jobplatform.application.usecase;

import java.time.Instant;
import java.time.InstantSource;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Makes an API key. Whoever asks by a key makes keys with at least its limits. */
public final class MakeApiKey {
    /** Most keys of one user. */
    public static final int MOST = 100;

    private final ApiKeyStore keys;
    private final KeyOwners owners;
    private final IdSource ids;
    private final InstantSource clock;

    /** Both stores are the same. */
    public MakeApiKey(UserStore users, ApiKeyStore keys, IdSource ids, InstantSource clock) {
        this.keys = keys;
        this.owners = new KeyOwners(users);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new key.
     *
     * @param token what its holder shows; it cannot be had again
     */
    public record Made(ApiKey key, String token) {
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }

    /**
     * Makes a key of a user.
     *
     * @param name what it is for, as in {@link ApiKey}
     * @param wanted limits; those of the asker's own key where they say nothing
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is another and no administrator
     * @throws UserFailure.NotFound when there is no such user
     * @throws UserFailure.BeyondLimits when the asker's own key may do less than is wanted
     * @throws UserFailure.Refused when it would have expired already
     * @throws UserFailure.TooManyKeys when the user has {@value #MOST}
     */
    public Made make(String userName, String name, KeyLimits wanted, Principal who) {
        User user = owners.find(userName, who);
        Instant now = clock.instant();
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new UserFailure.Refused("expiresAt", "must be in the future");
        }
        KeyLimits limits = new KeyLimits(
                wanted.cap().or(() -> who.limits().cap()),
                wanted.expiresAt().or(() -> who.limits().expiresAt()));
        KeyOwners.requireWithin(limits, who);
        if (keys.of(user.id()).size() >= MOST) {
            throw new UserFailure.TooManyKeys(MOST);
        }
        KeyToken token = new KeyToken(ids.plainId(), ids.secret());
        ApiKey key = ApiKey.unused(token.id(), name, token.digest(), user.id(), now, limits);
        keys.save(key);
        return new Made(key, token.text());
    }
}
