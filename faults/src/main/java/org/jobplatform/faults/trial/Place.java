package org.jobplatform.faults.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jobplatform.benchmark.server.H2Database;

/** The database of a trial. */
interface Place {
    /** For the table. */
    String name();

    /** The variables that make a server use it. */
    Map<String, String> settings();

    /** A connection beside the servers. */
    Connection connect() throws SQLException;

    /** The file of the only node, which nobody can read while its server runs. */
    static Place h2(Path node) {
        H2Database database = new H2Database(node);
        return of(database.name(), database.settings(), database::connect);
    }

    /** A database of PostgreSQL, reached through this port. */
    static Place postgres(PostgresServer server, int port, String database) {
        return of(
                "PostgreSQL",
                Map.of(
                        "JOB_PLATFORM_DATABASE_URL", server.url(port, database),
                        "JOB_PLATFORM_DATABASE_USER", "postgres",
                        "JOB_PLATFORM_DATABASE_PASSWORD", "postgres",
                        "JOB_PLATFORM_DATABASE_POOL", "8"),
                () -> server.connect(database));
    }

    private static Place of(String name, Map<String, String> settings, Connector connector) {
        return new Place() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, String> settings() {
                return settings;
            }

            @Override
            public Connection connect() throws SQLException {
                return connector.connect();
            }
        };
    }

    /** Makes connections. */
    interface Connector {
        /** A new one. */
        Connection connect() throws SQLException;
    }
}
