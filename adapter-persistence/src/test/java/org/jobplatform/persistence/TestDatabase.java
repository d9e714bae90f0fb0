package org.jobplatform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The databases of this JVM's tests: opened once, emptied before each test. */
@SuppressWarnings("ImmutableEnumChecker")
enum TestDatabase {
    H2 {
        @Override
        DatabaseSettings makeSettings() throws IOException {
            String folder = Files.createTempDirectory("job-platform-h2-").toString();
            return new DatabaseSettings("jdbc:h2:" + folder + "/db", "sa", "secret", 20, Durability.PROCESS);
        }

        @Override
        String connectionUrl() {
            return H2File.of(settings().url()).url();
        }
    },
    POSTGRES {
        @Override
        DatabaseSettings makeSettings() throws IOException {
            return settingsOf(startPostgres());
        }

        @Override
        String connectionUrl() {
            return settings().url();
        }
    };

    private static final List<String> TABLES = List.of(
            "job",
            "job_reference",
            "run",
            "run_attempt",
            "run_log",
            "run_content",
            "run_content_chunk",
            "run_content_save",
            "delivery",
            "delivery_attempt",
            "signing_secret",
            "key_check",
            "lease",
            "app_user",
            "user_grant",
            "user_session",
            "api_key");

    private @Nullable DatabaseSettings settings;
    private @Nullable Database database;
    private @Nullable Database otherNode;

    abstract DatabaseSettings makeSettings() throws IOException;

    /** For connections that go round the platform's own. */
    abstract String connectionUrl();

    synchronized DatabaseSettings settings() {
        DatabaseSettings made = settings;
        if (made == null) {
            try {
                made = makeSettings();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            settings = made;
        }
        return made;
    }

    synchronized Database database() {
        Database open = database;
        if (open == null) {
            open = Database.open(settings());
            database = open;
        }
        return open;
    }

    /** The same database as another process has it. */
    synchronized Database otherNode() {
        Database open = otherNode;
        if (open == null) {
            open = Database.open(settings());
            otherNode = open;
        }
        return open;
    }

    void empty() {
        database();
        TABLES.forEach(table -> execute("delete from " + table));
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                connectionUrl(), settings().user(), settings().password());
    }

    /** A PostgreSQL as a careful operator runs it; the tests' own default is careless. */
    static EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    static DatabaseSettings settingsOf(EmbeddedPostgres postgres) {
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "postgres",
                "postgres",
                20,
                Durability.PROCESS);
    }
}
