package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogsTest {
    private static final String SESSION_LOG = "/api/v2/activity/activityLog/1/sessionLog";
    private static final String ERROR_LOG = "/saas/api/v2/activity/errorLog/1";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String unzip(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            assertThat(entry.getName()).isEqualTo("sessionLog_1.log");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Answer getAccepting(String path, String accepted) {
        return fixture.send(
                fixture.request(path).header("icSessionId", fixture.session()).header("Accept", accepted));
    }

    private void runWithErrors() {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.end(1, context -> {
            context.log(LogSeverity.INFO, "größe 5");
            context.log(LogSeverity.ERROR, "row 7 is broken");
            return new RunOutcome.Failed("one row is broken");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "application/json", "image/png", "*/*"})
    void sessionLogShouldBeAZipWhateverIsAccepted(String accepted) throws IOException {
        runWithErrors();
        Answer answer = getAccepting(SESSION_LOG, accepted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"sessionLog_1.zip\"");
        assertThat(unzip(answer.raw().body())).isEqualTo("""
                2013-02-27T18:57:51.750Z INFO größe 5
                2013-02-27T18:57:51.750Z ERROR row 7 is broken
                """);
    }

    @Test
    void emptySessionLogShouldBeAZipToo() throws IOException {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.complete(1);
        assertThat(unzip(fixture.get(SESSION_LOG).raw().body())).isEmpty();
    }

    @Test
    void longSessionLogShouldBeWhole() throws IOException {
        String line = "x".repeat(1_000);
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.end(1, context -> {
            for (int written = 0; written < 500; written++) {
                context.log(LogSeverity.INFO, line);
            }
            return new RunOutcome.Completed();
        });
        assertThat(unzip(fixture.get(SESSION_LOG).raw().body()).lines().filter(found -> found.endsWith(line)))
                .hasSize(500);
    }

    @Test
    void sessionLogOfUnfinishedRunShouldBeNotFound() {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        Answer answer = fixture.get(SESSION_LOG);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10010");
    }

    @Test
    void sessionLogAtLoggingLevelNoneShouldBeNotFound() {
        StartOptions silent = new StartOptions(
                StartOptions.DEFAULT.parameters(),
                Optional.empty(),
                RowRange.ALL,
                1,
                LoggingLevel.NONE,
                0,
                Optional.empty());
        fixture.platform
                .start()
                .start(new StartCommand(
                        new JobId(InformaticaFixture.MAPPING),
                        Optional.empty(),
                        Optional.empty(),
                        silent,
                        false,
                        new Caller(Dialect.NATIVE, AccessExamples.everywhere("operator", Role.OPERATOR), "")));
        fixture.platform.complete(1);
        Answer answer = fixture.get(SESSION_LOG);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10011");
    }

    @Test
    void logsShouldBeNotFoundOnceTheRunIsDeleted() {
        runWithErrors();
        fixture.platform.time().advance(Duration.ofDays(9));
        fixture.platform
                .storage()
                .retention()
                .sweep(
                        new RetentionPolicy(Duration.ofDays(1), 0),
                        fixture.platform.time().instant(),
                        Optional.empty(),
                        10);
        for (String path : new String[] {SESSION_LOG, ERROR_LOG}) {
            Answer answer = fixture.send(fixture.request(path).header("icSessionId", InformaticaFixture.KEY));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("code").asText()).isEqualTo("UI_10010");
        }
    }

    @Test
    void errorLogOfAGoodRunShouldBeEmptyText() {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.complete(1);
        Answer answer = fixture.get(ERROR_LOG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void errorLogShouldHoldWhyTheRunFailedAndItsErrorsOnly() {
        runWithErrors();
        Answer answer = getAccepting(ERROR_LOG, "application/json");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.text()).isEqualTo("one row is broken\n2013-02-27T18:57:51.750Z ERROR row 7 is broken\n");
    }
}
