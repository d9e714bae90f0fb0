package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.CredentialStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;

/** Makes the first administrator, and lets a locked-out one in again. */
public final class AdministerUsers {
    /** The name of the first administrator. */
    public static final String ADMIN = "admin";

    private static final String ADMIN_KEY = "admin";

    private final UserStore users;
    private final CredentialStore credentials;
    private final PasswordHasher passwords;
    private final IdSource ids;
    private final InstantSource clock;

    /** All of the same store. */
    public AdministerUsers(
            UserStore users, CredentialStore credentials, PasswordHasher passwords, IdSource ids, InstantSource clock) {
        this.users = users;
        this.credentials = credentials;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the administrator of an empty store. False when there is any user; then nothing is changed, and another node
     * may have been faster.
     */
    public boolean createFirst(String password, String key) {
        User admin = new User(ids.plainId(), ADMIN, Role.ADMIN, passwords.hash(password), clock.instant());
        return users.addFirst(admin, key(admin, key));
    }

    /** Says whether this password and this key, as far as they are given, are those of the administrator. */
    public boolean holds(Optional<String> password, Optional<String> key) {
        Optional<User> admin = users.named(ADMIN);
        boolean samePassword = password.stream()
                .allMatch(given -> admin.filter(user -> passwords.matches(given, user.passwordHash()))
                        .isPresent());
        boolean sameKey =
                key.stream().allMatch(given -> credentials.key(Digest.of(given)).isPresent());
        return samePassword && sameKey;
    }

    /**
     * Gives the administrator this password and key, and ends every session of it. Makes the administrator when there is
     * none.
     */
    public void reset(String password, String key) {
        String hash = passwords.hash(password);
        User admin = users.named(ADMIN)
                .map(user -> new User(user.id(), user.name(), Role.ADMIN, hash, user.createdAt()))
                .orElseGet(() -> new User(ids.plainId(), ADMIN, Role.ADMIN, hash, clock.instant()));
        users.save(admin);
        credentials.endSessions(admin.id());
        credentials.save(key(admin, key));
    }

    private ApiKey key(User admin, String key) {
        return new ApiKey(ADMIN_KEY, Digest.of(key), admin.id(), clock.instant(), Optional.empty());
    }
}
