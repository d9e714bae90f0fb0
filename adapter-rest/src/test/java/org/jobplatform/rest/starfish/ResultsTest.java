package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs stand. */
class ResultsTest {
    private static final String PATH = "/v1/Results/";

    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String status(String runId) {
        Answer answer = fixture.get(PATH + runId);
        assertThat(answer.body()).as(answer.text()).hasSize(1);
        return answer.body().path(0).path("status").asText();
    }

    @Test
    void endedRunShouldBeARowOfAnArray() {
        fixture.executeAsync(start());
        fixture.platform.awaitRunning(1);
        fixture.platform.time().advance(Duration.ofHours(25).plusMillis(61_002));
        fixture.platform.end(1, context -> {
            context.rows(new RowCounters(28, 1, 2, 3, 4, 5, 6));
            return new RunOutcome.Completed();
        });
        assertThat(fixture.get(PATH + StarfishFixture.RUN).text())
                .isEqualTo("[{\"runID\":\"0F8FAD5B-D9CB-469F-A165-70867728950E\","
                        + "\"startTime\":\"2013-02-27T18:57:51.7500000+00:00\",\"runTime\":\"1.01:01:01.0020000\","
                        + "\"status\":\"Complete\",\"totalRows\":28,\"inserts\":1,\"updates\":2,\"deletes\":3,"
                        + "\"errors\":4,\"skips\":5,\"ignores\":6}]");
    }

    @Test
    void runningRunShouldShowItsRowsAndNoRunTime() {
        fixture.executeAsync(start());
        fixture.platform.awaitRunning(1);
        Answer answer = fixture.get(PATH + StarfishFixture.RUN);
        assertThat(answer.body().path(0).path("status").asText()).isEqualTo("Running");
        assertThat(answer.body().path(0).path("startTime").asText()).isEqualTo("2013-02-27T18:57:51.7500000+00:00");
        assertThat(answer.body().path(0).path("runTime").isNull()).isTrue();
    }

    @Test
    void idShouldBeTakenInEverySpellingAndEchoed() {
        fixture.executeAsync(start());
        for (String spelling : new String[] {
            StarfishFixture.RUN, StarfishFixture.RUN.toLowerCase(Locale.ROOT), "%7B" + StarfishFixture.RUN + "%7D"
        }) {
            Answer answer = fixture.get(PATH + spelling);
            assertThat(answer.body().path(0).path("runID").asText())
                    .isEqualTo(spelling.replace("%7B", "{").replace("%7D", "}"));
        }
    }

    @Test
    void xmlShouldBeAnArrayOfResponses() {
        fixture.executeAsync(start());
        fixture.platform.awaitRunning(1);
        assertThat(fixture.send(fixture.request(PATH + StarfishFixture.RUN).header("Accept", "application/xml"))
                        .text())
                .isEqualTo("<ArrayOfresultsResponse xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns=\"http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers\">"
                        + "<resultsResponse><deletes>0</deletes><errors>0</errors><ignores>0</ignores>"
                        + "<inserts>0</inserts><runID>0F8FAD5B-D9CB-469F-A165-70867728950E</runID>"
                        + "<runTime i:nil=\"true\"/><skips>0</skips>"
                        + "<startTime>2013-02-27T18:57:51.7500000+00:00</startTime><status>Running</status>"
                        + "<totalRows>0</totalRows><updates>0</updates></resultsResponse></ArrayOfresultsResponse>");
    }

    @Test
    void failedAndStoppedRunsShouldHaveFailed() {
        fixture.executeAsync(start());
        fixture.platform.end(1, context -> new RunOutcome.Failed("gone"));
        assertThat(status(StarfishFixture.RUN)).isEqualTo("Failed");
        fixture.executeAsync(start().put("runID", StarfishFixture.OTHER_RUN));
        fixture.platform.end(2, context -> new RunOutcome.Stopped("by request"));
        assertThat(status(StarfishFixture.OTHER_RUN)).isEqualTo("Failed");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, Waiting",
        "STARTING, Starting",
        "RUNNING, Running",
        "PAUSED, Running",
        "STOPPING, Stopping",
        "COMPLETED, Complete",
        "COMPLETED_WITH_ERRORS, Complete",
        "FAILED, Failed",
        "STOPPED, Failed",
        "LOST, Failed"
    })
    void everyStatusShouldHaveAName(RunStatus status, String name) {
        assertThat(StatusText.of(status)).isEqualTo(name);
    }

    @Test
    void runOfAnyDialectShouldBeShown() {
        StartOptions options = new StartOptions(
                Map.of(),
                Optional.empty(),
                new RowRange(1, OptionalLong.empty()),
                1,
                LoggingLevel.MEDIUM,
                0,
                Optional.empty());
        fixture.platform
                .start()
                .start(new StartCommand(
                        new JobId(StarfishFixture.JOB),
                        Optional.of(new RunId("my.own_run-7")),
                        Optional.empty(),
                        options,
                        false,
                        new Caller(Dialect.NATIVE, AccessExamples.everywhere("operator", Role.OPERATOR), "")));
        fixture.platform.complete(1);
        assertThat(status("my.own_run-7")).isEqualTo("Complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                "abc",
                "-1",
                "a%20b",
                "%7B%7D",
                "%27%20or%201=1--",
                "%3Cscript%3E",
                "$%7Bjndi:ldap:x%7D"
            })
    void unknownRunShouldBeAnsweredWithFixedWords(String runId) {
        Answer answer = fixture.get(PATH + runId);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"Message\":\"There is no run with this runID.\"}");
    }
}
