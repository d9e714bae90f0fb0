package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.job.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed, or fails, while it brings the schema of an H2 file up to date. */
final class MigrationBackupTest {
    @TempDir
    private Path folder;

    /** The one that the last migration drops first. */
    private static final String FIRST_INDEX_BEFORE =
            "create index run_page_newest on run (created_at desc, number desc)";

    private DatabaseSettings settings =
            new DatabaseSettings("jdbc:h2:/nowhere/db", "sa", "secret", 8, Durability.PROCESS);
    private Job job = JobExamples.job("job");

    /** The file of a server that did not know the last migration yet. */
    @BeforeEach
    void keepAJobOnAnOlderSchema() throws SQLException {
        settings = new DatabaseSettings("jdbc:h2:" + folder + "/data/db", "sa", "secret", 8, Durability.PROCESS);
        try (Database database = Database.open(settings)) {
            job = database.jobs().save(JobExamples.job("job"));
        }
        execute(
                "drop index run_page_newest",
                "drop index run_page_newest_of_job",
                FIRST_INDEX_BEFORE,
                "create index run_page_newest_of_job on run (job_id, created_at desc, number desc)",
                "delete from \"flyway_schema_history\" where \"version\" = '100'");
    }

    @Test
    void serverShouldStartWhenAnotherWasKilledInAMigration() throws SQLException {
        backup().make();
        execute("drop index run_page_newest", "delete from job");

        assertThatTheJobIsThere();
        assertThat(copy()).doesNotExist();
    }

    @Test
    void serverShouldStartWhenAnotherWasKilledWhileItRestored() throws IOException {
        backup().make();
        Files.write(file(), new byte[4_096]);

        assertThatTheJobIsThere();
    }

    @Test
    void fileShouldBeAsItWasWhenAMigrationFails() throws SQLException, IOException {
        execute("drop index run_page_newest");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(() -> Database.open(settings).close());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rw-------");

        backup().restore();
        execute(FIRST_INDEX_BEFORE);
        backup().drop();

        assertThatTheJobIsThere();
    }

    @Test
    @Timeout(60)
    void copyShouldBeLeftAloneWhenAnotherServerHasTheFile() throws IOException, SQLException {
        backup().make();
        Files.copy(copy(), folder.resolve("kept"));
        Process other = OtherServer.start(settings, "other");
        try {
            assertThat(other.inputReader().readLine()).endsWith(".");
            Files.copy(folder.resolve("kept"), copy());

            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(() -> Database.open(settings).close())
                    .withMessageContaining("another server is using the database");
        } finally {
            other.destroyForcibly();
        }
    }

    private void assertThatTheJobIsThere() {
        try (Database database = Database.open(settings)) {
            assertThat(database.jobs().find(job.id())).contains(job);
        }
    }

    private MigrationBackup backup() {
        return MigrationBackup.of(settings).orElseThrow();
    }

    private Path file() {
        return folder.resolve("data/db.mv.db");
    }

    private Path copy() {
        return folder.resolve("data/db.mv.db.before-migration");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        H2File.of(settings.url()).url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
