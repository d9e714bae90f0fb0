package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers of two versions on one database. */
final class MigrationsTest {
    private static final String HISTORY = """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (9999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, 'x', 0, true)""";

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void serverShouldWorkWhenANewerOneHasAddedToTheSchema() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = TestDatabase.startPostgres()) {
            DatabaseSettings settings = TestDatabase.settingsOf(postgres);
            try (Database older = Database.open(settings)) {
                Job job = older.jobs().save(JobExamples.job("job"));
                execute(
                        postgres,
                        "alter table run add column newer varchar not null default 'x'",
                        "alter table job add column newer integer not null default 0",
                        "create table newer (id integer)",
                        HISTORY);

                assertThat(carriesOut(older, job, "while it runs")).isTrue();
                try (Database restarted = Database.open(settings)) {
                    assertThat(carriesOut(restarted, job, "after a restart")).isTrue();
                }
            }
        }
    }

    @Test
    void serverShouldBeRefusedWhenTheSchemaDemandsANewerOne() throws SQLException {
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:h2:" + folder + "/data/db", "sa", "secret", 8, Durability.PROCESS);
        Database.open(settings).close();
        try (Connection connection = DriverManager.getConnection(
                        H2File.of(settings.url()).url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("update schema_demand set least_version = 9999");
        }

        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(() -> Database.open(settings).close())
                .withMessageContaining("it must know version 9999");
    }

    private static boolean carriesOut(Database database, Job job, String how) {
        database.leases().join(RunExamples.NODE, Duration.ofHours(1));
        Run run = database.runs()
                .add(StartExample.of(job, how.replace(' ', '-'))
                        .on(RunExamples.NODE)
                        .build())
                .run();
        return database.runs().find(run.id()).filter(run::equals).isPresent();
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
