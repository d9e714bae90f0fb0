package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jobplatform.application.port.JobExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurabilityCheckTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void databaseShouldBeAcceptedAsThePlatformOpensIt(TestDatabase which) throws SQLException {
        which.database();

        try (Connection connection = which.connect()) {
            Vendor vendor = which.settings().vendor();
            assertThatCode(() -> DurabilityCheck.require(vendor, connection)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";WRITE_DELAY=500"})
    void h2ShouldBeRefusedWhenItWritesLater(String option) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder + "/db" + option, "sa", "")) {
            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(() -> DurabilityCheck.require(Vendor.H2, connection))
                    .withMessageContaining("500");
        }
    }

    @Test
    void postgresShouldBeRefusedWhenItAnswersBeforeItWrites() throws SQLException {
        try (Connection connection = TestDatabase.POSTGRES.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");

            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(() -> DurabilityCheck.require(Vendor.POSTGRESQL, connection))
                    .withMessageEndingWith("turn on synchronous_commit");
        }
    }

    @Test
    void powerShouldFlushAndSaySo() {
        String url = "jdbc:h2:" + folder + "/power";

        try (Database database = Database.open(new DatabaseSettings(url, "sa", "x", 4, Durability.POWER))) {
            database.jobs().save(JobExamples.job("job"));

            assertThat(database.description()).endsWith("outlives a loss of power");
        }
    }
}
