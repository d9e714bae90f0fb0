package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.Race;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest {
    @TempDir
    private Path folder;

    @AfterEach
    void giveTheDiskBack() {
        FullDiskPath.uninstall();
    }

    @Test
    @Timeout(120)
    void acknowledgedStartsShouldBeThereWhenTheServerWasKilled() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < 3; cycle++) {
            Process server = OtherServer.start(settings(), "cycle-" + cycle);
            try (BufferedReader said = server.inputReader()) {
                for (int i = 0; i < 400; i++) {
                    acknowledged.add(said.readLine());
                }
                // By its handle, which leaves open what it said.
                server.toHandle().destroyForcibly();
                // What it said before it died counts too.
                said.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
            }
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        try (Database database = Database.open(settings())) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(1_200).doesNotHaveDuplicates();
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(database.runs().find(new RunId(id.substring(0, id.length() - 1))))
                            .isPresent());
        }
    }

    @Test
    @Timeout(60)
    void secondServerShouldBeRefusedWhenItWantsTheSameFile() throws IOException {
        try (Database first = Database.open(settings())) {
            Job job = first.jobs().save(JobExamples.job("job"));
            Process second = OtherServer.start(settings(), "second");

            String said = String.join("\n", second.inputReader().lines().toList());

            assertThat(said).startsWith("another server is using the database " + folder.resolve("data/db.mv.db"));
            assertThat(first.jobs().find(job.id())).contains(job);
        }
    }

    @Test
    void filesShouldBeClosedToOthers() throws IOException {
        try (Database database = Database.open(settings())) {
            assertThat(database.isReachable()).isTrue();
            assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("data/db.mv.db"))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/x",
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:/x/db;AUTO_SERVER=TRUE",
                "jdbc:h2:/x/db;write_delay=500"
            })
    void settingsShouldRefuseWhatCannotBeReliedOn(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(url, "sa", "x", 4, Durability.PROCESS));
    }

    @Test
    @Timeout(60)
    void callsShouldFailAsUnavailableWhenTheDatabaseIsGone() throws IOException {
        EmbeddedPostgres postgres = TestDatabase.startPostgres();
        try (Database database = Database.open(TestDatabase.settingsOf(postgres))) {
            Job job = database.jobs().save(JobExamples.job("job"));

            postgres.close();

            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() ->
                            database.runs().add(StartExample.of(job, "run").build()));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> database.runs().find(new RunId("run")));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> database.jobs().save(JobExamples.job("other")));
            assertThat(database.isReachable()).isFalse();
        }
    }

    @Test
    @Timeout(60)
    void databaseShouldGoOnByItselfWhenItsConnectionsWereCut() throws IOException {
        TestDatabase.POSTGRES.empty();
        Database database = TestDatabase.POSTGRES.database();
        Job job = database.jobs().save(JobExamples.job("job"));

        TestDatabase.POSTGRES.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity" + " where application_name = 'job-platform'");

        Eventually.holds("a start is admitted again", () -> isAdmitted(database, job));
        // Readers have connections of their own, which recover by themselves too.
        Eventually.holds("the database is said to be reachable", database::isReachable);
    }

    @Test
    void changesShouldBeRefusedWhenItIsClosed() {
        Database database = Database.open(settings());
        Job job = database.jobs().save(JobExamples.job("job"));
        database.close();

        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(
                        () -> database.runs().add(StartExample.of(job, "run").build()));
    }

    @Test
    @Timeout(120)
    void schemaShouldBeMadeOnceWhenServersStartTogether() throws IOException {
        try (EmbeddedPostgres postgres = TestDatabase.startPostgres()) {
            Race<Boolean> race = Race.among(3, (number, line) -> {
                line.cross();
                try (Database database = Database.open(TestDatabase.settingsOf(postgres))) {
                    return database.jobs().find(new JobId("none")).isEmpty();
                }
            });

            assertThat(race.losses()).isEmpty();
            assertThat(race.wins()).hasSize(3);
        }
    }

    @Test
    @Timeout(60)
    void databaseShouldGoOnByItselfWhenItsDiskHasRoomAgain() {
        FullDiskPath.install();
        Database database = Database.open(settings());
        Job job = database.jobs().save(JobExamples.job("job"));
        database.runs().add(StartExample.of(job, "before").build());

        FullDiskPath.fill(file());

        // The first is in the middle of its commit when the disk turns out to be full, and waits as long as that.
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() ->
                        database.runs().add(StartExample.of(job, "held-up").build()));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(
                        () -> database.runs().add(StartExample.of(job, "after").build()));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> database.jobs().save(JobExamples.job("other")));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> database.runs().find(new RunId("before")));
        assertThat(database.isReachable()).isFalse();

        FullDiskPath.makeRoom(file());

        Eventually.holds("a start is admitted again", () -> isAdmitted(database, job));
        assertThat(database.runs().find(new RunId("held-up"))).isPresent();
        assertThat(database.runs().find(new RunId("after"))).isEmpty();
        database.close();
        try (Database again = Database.open(settings())) {
            assertThat(List.of("before", "held-up", "run"))
                    .allSatisfy(
                            run -> assertThat(again.runs().find(new RunId(run))).isPresent());
        }
    }

    @Test
    @Timeout(60)
    void changeOutsideOfAGroupShouldBeRefusedWhenTheDiskTurnsOutToBeFull() {
        FullDiskPath.install();
        try (Database database = Database.open(settings())) {
            database.jobs().save(JobExamples.job("before"));
            FullDiskPath.fill(file());

            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> database.jobs().save(JobExamples.job("held-up")));

            FullDiskPath.makeRoom(file());
            Eventually.holds("what was held up is made", () -> isThere(database, new JobId("held-up")));
        }
    }

    @Test
    void databaseShouldNotOpenWhenItsFolderTakesNothing() throws IOException {
        // Where the probe would be written is something that cannot be written to.
        Files.createDirectories(folder.resolve("data/db.room/taken"));

        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(() -> Database.open(settings()))
                .withMessageContaining("the folder " + folder.resolve("data") + " does not take what is written");
        assertThat(file()).doesNotExist();
    }

    @Test
    @Timeout(60)
    void databaseShouldEndWhenItsDiskIsFull() {
        FullDiskPath.install();
        Database database = Database.open(settings());
        Job job = database.jobs().save(JobExamples.job("job"));
        FullDiskPath.fill(file());
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() ->
                        database.runs().add(StartExample.of(job, "held-up").build()));

        database.close();

        Eventually.holds(
                "nobody waits for the disk any more",
                () -> Thread.getAllStackTraces().values().stream()
                        .flatMap(Arrays::stream)
                        .noneMatch(frame -> frame.getClassName().equals(PatientFile.class.getName())));
    }

    private Path file() {
        return folder.resolve("data/db.mv.db");
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings("jdbc:h2:" + folder + "/data/db", "sa", "secret", 8, Durability.PROCESS);
    }

    private static boolean isThere(Database database, JobId job) {
        try {
            return database.jobs().find(job).isPresent();
        } catch (StorageUnavailable cut) {
            return false;
        }
    }

    private static boolean isAdmitted(Database database, Job job) {
        try {
            database.runs().add(StartExample.of(job, "run").build());
            return true;
        } catch (StorageUnavailable cut) {
            return false;
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
