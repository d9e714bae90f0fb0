package org.jobplatform.benchmark.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL of its own that makes commits durable, with databases for the server and for what it is compared with. */
public final class PostgresCluster implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Map<String, String> CONFIGURATION = new TreeMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_connections", "200",
            "max_wal_size", "8GB",
            "maintenance_work_mem", "512MB",
            "checkpoint_timeout", "15min"));

    private final EmbeddedPostgres postgres;

    private PostgresCluster(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it, on a free port. */
    public static PostgresCluster start(Path folder) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(true);
        CONFIGURATION.forEach(builder::setServerConfig);
        try {
            return new PostgresCluster(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The URL of one of its databases, with the user and the password in it. */
    public String url(String database) {
        return address(database) + "?user=" + USER + "&password=" + USER;
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** Makes an empty database. */
    public TestedDatabase create(String database) {
        execute("create database " + database);
        String version = "PostgreSQL " + setting("server_version").split(" ", 2)[0];
        return new PostgresDatabase(version, database);
    }

    /** Drops a database that nobody uses any more, and writes what is left to the disk. */
    public void drop(String database) {
        execute("drop database " + database);
        execute("checkpoint");
    }

    /** How it was set, in one line. */
    public String description() {
        StringBuilder text = new StringBuilder("PostgreSQL " + setting("server_version"));
        for (String name : CONFIGURATION.keySet()) {
            text.append(", ").append(name).append(' ').append(setting(name));
        }
        return text.toString();
    }

    private String setting(String name) {
        try (Connection connection = DriverManager.getConnection(url(USER));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(USER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class PostgresDatabase implements TestedDatabase {
        private final String version;
        private final String database;

        PostgresDatabase(String version, String database) {
            this.version = version;
            this.database = database;
        }

        @Override
        public String name() {
            return version;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "JOB_PLATFORM_DATABASE_URL", address(database),
                    "JOB_PLATFORM_DATABASE_USER", USER,
                    "JOB_PLATFORM_DATABASE_PASSWORD", USER);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url(database));
        }

        @Override
        public History history() {
            return History.ON_POSTGRESQL;
        }

        @Override
        public StoredRuns runs(InetSocketAddress server) {
            try {
                return new SqlStoredRuns(connect());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
