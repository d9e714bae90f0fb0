package org.jobplatform.bootstrap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the administrator of an empty store. What the settings do not give is made by chance and written where only the
 * operator can read it, before the user exists: a crash in between leaves nobody locked out. Of nodes that start together
 * one makes the administrator, and only that one keeps what it wrote.
 */
final class FirstAdmin {
    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final UserStore users;
    private final AdministerUsers administer;
    private final IdSource ids;
    private final DataFolder folder;
    private final Path file;
    private final Path draft;

    FirstAdmin(UserStore users, AdministerUsers administer, IdSource ids, DataFolder folder) {
        this.users = users;
        this.administer = administer;
        this.ids = ids;
        this.folder = folder;
        this.file = folder.path().resolve("admin.credentials");
        this.draft = folder.path().resolve("admin.credentials.draft");
    }

    /** Makes no user when there is any. */
    void createWhenMissing(ServerSettings settings) {
        try {
            if (users.isEmpty()) {
                create(settings);
            } else if (Files.exists(draft)) {
                // This node died between writing it and learning whose administrator it is.
                settle(isTrue(Files.readString(draft)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void create(ServerSettings settings) throws IOException {
        String password = settings.adminPassword().orElseGet(ids::secret);
        String key = settings.adminKey().orElseGet(ids::secret);
        folder.writePrivately(draft, text(settings.adminPassword(), settings.adminKey(), password, key));
        settle(administer.createFirst(password, key));
    }

    private void settle(boolean ours) throws IOException {
        if (ours) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            log.info("The store was empty: made the user {}, see {}", AdministerUsers.ADMIN, file);
        } else {
            Files.delete(draft);
            log.info("Another node made the user {}: its data folder has the credentials", AdministerUsers.ADMIN);
        }
    }

    private boolean isTrue(String text) throws IOException {
        Properties written = new Properties();
        written.load(new StringReader(text));
        return administer.holds(
                Optional.ofNullable(written.getProperty("password")), Optional.ofNullable(written.getProperty("key")));
    }

    /** Gives the administrator these credentials, or new ones, and returns the file that names what was made. */
    Path reset(Optional<String> givenPassword, Optional<String> givenKey) {
        String password = givenPassword.orElseGet(ids::secret);
        String key = givenKey.orElseGet(ids::secret);
        try {
            folder.writePrivately(file, text(givenPassword, givenKey, password, key));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        administer.reset(password, key);
        return file;
    }

    private static String text(Optional<String> givenPassword, Optional<String> givenKey, String password, String key) {
        return "user=" + AdministerUsers.ADMIN + "\n"
                + (givenPassword.isPresent()
                        ? "# the password is that of the setting\n"
                        : "password=" + password + "\n")
                + (givenKey.isPresent() ? "# the key is that of the setting\n" : "key=" + key + "\n");
    }
}
