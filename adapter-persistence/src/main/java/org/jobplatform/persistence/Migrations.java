package org.jobplatform.persistence;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date; servers that start together wait for each other. */
final class Migrations {
    private static final String FOLDER = "classpath:org/jobplatform/persistence/migration/";

    private Migrations() {}

    static void apply(DatabaseSettings settings, DataSource pool) {
        Vendor vendor = settings.vendor();
        FluentConfiguration flyway = Flyway.configure(Migrations.class.getClassLoader())
                .locations(FOLDER + "common", FOLDER + vendor.folder())
                .placeholders(Map.of("exact", vendor.exact()))
                .failOnMissingLocations(true);
        switch (vendor) {
            case H2 -> flyway.dataSource(pool);
            // A connection of its own, for a migration may take longer than the pool lets a statement take.
            case POSTGRESQL -> flyway.dataSource(settings.url(), settings.user(), settings.password());
        }
        flyway.load().migrate();
    }
}
