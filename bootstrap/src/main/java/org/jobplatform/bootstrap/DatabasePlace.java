package org.jobplatform.bootstrap;

import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.persistence.DatabaseSettings;
import org.jobplatform.persistence.Durability;

/** Which database a server uses: the one of its settings, or the embedded one in its data folder. */
final class DatabasePlace {
    private static final String EMBEDDED_USER = "job_platform";

    private DatabasePlace() {}

    static DatabaseSettings of(ServerSettings settings, DataFolder folder, RandomIds ids) {
        Durability durability = settings.databasePowerSafe() ? Durability.POWER : Durability.PROCESS;
        if (settings.databaseUrl().isPresent()) {
            return new DatabaseSettings(
                    settings.databaseUrl().get(),
                    settings.databaseUser().orElse(""),
                    settings.databasePassword().orElse(""),
                    settings.databasePool(),
                    durability);
        }
        String url = "jdbc:h2:" + folder.path().resolve("job-platform");
        return new DatabaseSettings(
                url, EMBEDDED_USER, folder.databasePassword(ids), settings.databasePool(), durability);
    }
}
