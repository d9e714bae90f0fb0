package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;

/** Makes the first administrator, and lets a locked-out one in again. */
public final class AdministerUsers {
    /** The name of the first administrator. */
    public static final String ADMIN = "admin";

    private static final String ADMIN_KEY = "admin";

    private final UserStore users;
    private final ApiKeyStore keys;
    private final PasswordHasher passwords;
    private final IdSource ids;
    private final InstantSource clock;

    /** All of the same store. */
    public AdministerUsers(
            UserStore users, ApiKeyStore keys, PasswordHasher passwords, IdSource ids, InstantSource clock) {
        this.users = users;
        this.keys = keys;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the administrator of an empty store. False when there is any user; then nothing is changed, and another node
     * may have been faster.
     */
    public boolean createFirst(String password, String key) {
        User admin = administrator(passwords.hash(password));
        return users.addFirst(admin, key(admin.id(), key));
    }

    /** Says whether this password and this key, as far as they are given, are those of the administrator. */
    public boolean holds(Optional<String> password, Optional<String> key) {
        Optional<User> admin = users.named(ADMIN);
        boolean samePassword = password.stream()
                .allMatch(given -> admin.filter(user -> passwords.matches(given, user.passwordHash()))
                        .isPresent());
        boolean sameKey =
                key.stream().allMatch(given -> keys.find(Digest.of(given)).isPresent());
        return samePassword && sameKey;
    }

    /**
     * Gives the administrator this password and key, lets it administer everything again, and ends every session of it.
     * Makes the administrator when there is none.
     */
    public void reset(String password, String key) {
        String hash = passwords.hash(password);
        Optional<User> there = users.named(ADMIN)
                .flatMap(found -> users.change(
                        found.id(),
                        user -> user.withPasswordHash(hash).withGrants(Grants.everywhere(Role.ADMIN), false)));
        User admin = there.orElseGet(() -> {
            User made = administrator(hash);
            users.add(made);
            return made;
        });
        keys.save(key(admin.id(), key));
    }

    private User administrator(String passwordHash) {
        return new User(ids.plainId(), ADMIN, Grants.everywhere(Role.ADMIN), passwordHash, false, clock.instant());
    }

    private ApiKey key(String userId, String key) {
        return ApiKey.unused(ADMIN_KEY, ADMIN_KEY, Digest.of(key), userId, clock.instant(), KeyLimits.NONE);
    }
}
