package org.jobplatform.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the administrator of an empty store. What the settings do not give is made by chance and written where only the
 * operator can read it, before the user exists: a crash in between leaves nobody locked out.
 */
final class FirstAdmin {
    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final UserStore users;
    private final AdministerUsers administer;
    private final IdSource ids;
    private final DataFolder folder;

    FirstAdmin(UserStore users, AdministerUsers administer, IdSource ids, DataFolder folder) {
        this.users = users;
        this.administer = administer;
        this.ids = ids;
        this.folder = folder;
    }

    /** Does nothing when there is any user. */
    void createWhenMissing(ServerSettings settings) {
        if (users.isEmpty()) {
            Path written = reset(settings.adminPassword(), settings.adminKey());
            log.info("The store is empty: made the user {}, see {}", AdministerUsers.ADMIN, written);
        }
    }

    /** Gives the administrator these credentials, or new ones, and returns the file that names what was made. */
    Path reset(Optional<String> givenPassword, Optional<String> givenKey) {
        String password = givenPassword.orElseGet(ids::secret);
        String key = givenKey.orElseGet(ids::secret);
        StringBuilder text = new StringBuilder("user=" + AdministerUsers.ADMIN + "\n");
        text.append(
                givenPassword.isPresent() ? "# the password is that of the setting\n" : "password=" + password + "\n");
        text.append(givenKey.isPresent() ? "# the key is that of the setting\n" : "key=" + key + "\n");
        Path file = folder.path().resolve("admin.credentials");
        try {
            folder.writePrivately(file, text.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        administer.reset(password, key);
        return file;
    }
}
