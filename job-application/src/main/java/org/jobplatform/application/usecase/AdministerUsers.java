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

    /** What an administrator needs to get in; shown once, kept nowhere. */
    public record AdminCredentials(String password, String key) {
        @Override
        public String toString() {
            return "AdminCredentials[not shown]";
        }
    }

    /** Makes the first administrator when there is no user at all; what is not given is made by chance. */
    public Optional<AdminCredentials> createFirst(Optional<String> password, Optional<String> key) {
        return users.isEmpty() ? Optional.of(reset(password, key)) : Optional.empty();
    }

    /** Gives the administrator a new password and key, and ends every session of it. Makes it when there is none. */
    public AdminCredentials reset(Optional<String> password, Optional<String> key) {
        AdminCredentials made = new AdminCredentials(password.orElseGet(ids::secret), key.orElseGet(ids::secret));
        String hash = passwords.hash(made.password());
        User admin = users.named(ADMIN)
                .map(user -> user.withPasswordHash(hash))
                .orElseGet(() -> new User(ids.plainId(), ADMIN, Role.ADMIN, hash, clock.instant()));
        users.save(admin);
        credentials.endSessions(admin.id());
        credentials.save(new ApiKey(ADMIN_KEY, Digest.of(made.key()), admin.id(), clock.instant(), Optional.empty()));
        return made;
    }
}
