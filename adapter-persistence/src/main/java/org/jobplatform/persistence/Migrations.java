package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to date; servers that start together wait for each other. A schema that a newer version has brought
 * further is used as it is, unless it demands more of its servers.
 */
final class Migrations {
    private static final String FOLDER = "classpath:org/jobplatform/persistence/migration/";
    private static final String DEMAND = "select least_version from schema_demand";

    private Migrations() {}

    /** Says whether {@link #apply} would change anything. */
    static boolean arePending(DatabaseSettings settings, DataSource pool) {
        return flyway(settings, pool).info().pending().length > 0;
    }

    /** @throws DatabaseUnusable when the schema needs a newer server */
    static void apply(DatabaseSettings settings, DataSource pool) {
        Flyway flyway = flyway(settings, pool);
        flyway.migrate();
        requireKnown(demanded(pool), newest(flyway));
    }

    private static Flyway flyway(DatabaseSettings settings, DataSource pool) {
        Vendor vendor = settings.vendor();
        FluentConfiguration configuration = Flyway.configure(Migrations.class.getClassLoader())
                .locations(FOLDER + "common", FOLDER + vendor.folder())
                .placeholders(Map.of("exact", vendor.exact()))
                .ignoreMigrationPatterns("*:future")
                .failOnMissingLocations(true);
        switch (vendor) {
            case H2 -> configuration.dataSource(pool);
            // A connection of its own, for a migration may take longer than the pool lets a statement take.
            case POSTGRESQL -> configuration.dataSource(settings.url(), settings.user(), settings.password());
        }
        return configuration.load();
    }

    private static void requireKnown(MigrationVersion demanded, MigrationVersion newest) {
        if (demanded.isNewerThan(newest)) {
            throw new DatabaseUnusable("the schema of the database was brought to a version that this server is too old"
                    + " for: it must know version " + demanded + " and knows " + newest);
        }
    }

    private static MigrationVersion demanded(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DEMAND)) {
            if (!row.next()) {
                throw new DatabaseUnusable("the row of the table schema_demand is missing");
            }
            return MigrationVersion.fromVersion(row.getString(1));
        } catch (SQLException unreadable) {
            throw new DatabaseUnusable("the schema of the database cannot be read", unreadable);
        }
    }

    private static MigrationVersion newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
