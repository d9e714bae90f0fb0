package org.jobplatform.bootstrap;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.settings.SettingKey;
import org.jobplatform.persistence.Argon2PasswordHasher;
import org.jobplatform.persistence.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code admin reset}: a new password and key for an administrator who is locked out. */
@Command(name = "admin", mixinStandardHelpOptions = true, description = "Administers a server that is not running.")
final class AdminCommand {
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Gives the user admin a new password and API key (admin.password and admin.key, else made by"
                    + " chance), ends its sessions, and names the file in the data folder with what was made.")
    int reset(
            @Option(names = "--data", paramLabel = "DIR", description = "the data folder (data.dir, ./data)") @Nullable
                    String data,
            @Option(names = "--config", paramLabel = "FILE", description = "settings file") @Nullable Path config) {
        Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
        if (data != null) {
            flags.put(SettingKey.DATA_DIR, data);
        }
        ServerSettings settings = ServerSettings.read(flags, System.getenv(), Optional.ofNullable(config));
        RandomIds ids = new RandomIds();
        try (DataFolder folder = DataFolder.open(settings.dataDir());
                Database database = Database.open(DatabasePlace.of(settings, folder, ids))) {
            AdministerUsers administer = new AdministerUsers(
                    database.users(),
                    database.keys(),
                    new Argon2PasswordHasher(new SecureRandom()),
                    ids,
                    InstantSource.system());
            Path file = new FirstAdmin(database.users(), administer, ids, folder)
                    .reset(settings.adminPassword(), settings.adminKey());
            System.out.println("the new credentials are in " + file);
            return 0;
        }
    }
}
