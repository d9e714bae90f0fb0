package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synchronous calls. */
class ExecuteTest {
    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** The answer to a synchronous call whose run does this last. */
    private Answer executed(ObjectNode body, Script last) {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> fixture.execute(body));
        Eventually.holds("a run", () -> fixture.runs() == 1);
        fixture.platform.awaitRunning(1);
        fixture.platform.time().advance(Duration.ofMillis(7_435));
        fixture.platform.end(1, last);
        return answer.join();
    }

    @Test
    void answerShouldSayHowTheRunCameOut() {
        Answer answer = executed(start().put("jobID", "Load"), context -> {
            context.rows(new RowCounters(28, 1, 2, 3, 4, 5, 6));
            return new RunOutcome.Completed();
        });
        assertThat(answer.text())
                .isEqualTo(
                        "{\"runID\":\"0F8FAD5B-D9CB-469F-A165-70867728950E\",\"projectID\":\"Sales\",\"jobID\":\"Load\","
                                + "\"status\":\"Complete\",\"startTime\":\"2013-02-27T18:57:51.7500000+00:00\","
                                + "\"runTime\":\"00:00:07.4350000\",\"totalRows\":28,\"inserts\":1,\"updates\":2,\"deletes\":3,"
                                + "\"errors\":4,\"skips\":5,\"ignores\":6,\"log\":\"\",\"error\":null}");
    }

    @Test
    void failedRunShouldBeAnsweredWithItsError() {
        Answer answer = executed(start(), context -> new RunOutcome.Failed("the source is gone"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("status").asText()).isEqualTo("Failed");
        assertThat(answer.at("error").asText()).isEqualTo("the source is gone");
    }

    @Test
    void runThatEndsWithErrorsShouldBeCompleteAndSaySo() {
        Answer answer = executed(start(), context -> new RunOutcome.CompletedWithErrors("4 rows failed"));
        assertThat(answer.at("status").asText()).isEqualTo("Complete");
        assertThat(answer.at("error").asText()).isEqualTo("4 rows failed");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, EW", "2, EWI", "3, EWID", "5, EWID"})
    void logShouldHoldLinesUpToTheLoggingLevel(int level, String expected) {
        Answer answer = executed(start().put("loggingLevel", level), context -> {
            context.log(LogSeverity.ERROR, "E");
            context.log(LogSeverity.WARNING, "W");
            context.log(LogSeverity.INFO, "I");
            context.log(LogSeverity.DEBUG, "D");
            return new RunOutcome.Completed();
        });
        StringBuilder lines = new StringBuilder();
        answer.at("log").asText().lines().forEach(line -> lines.append(line.charAt(line.length() - 1)));
        assertThat(lines.toString()).isEqualTo(expected);
        if (level == 1) {
            assertThat(answer.at("log").asText())
                    .isEqualTo("2013-02-27T18:57:59.185Z ERROR E\n2013-02-27T18:57:59.185Z WARNING W\n");
        }
    }

    @Test
    void longLogShouldBeCutToItsLastLines() {
        Answer answer = executed(start().put("loggingLevel", 2), context -> {
            for (int line = 0; line < 3_000; line++) {
                context.log(LogSeverity.INFO, "line " + line + " " + "\u6F22".repeat(20));
            }
            return new RunOutcome.Completed();
        });
        String log = answer.at("log").asText();
        assertThat(log.getBytes(StandardCharsets.UTF_8).length).isBetween(RunLogText.LONGEST - 200, RunLogText.LONGEST);
        assertThat(log).contains(" line 2999 ").doesNotContain(" line 0 ", "\uFFFD");
        assertThat(log.lines().findFirst().orElse("")).matches("2013-.*Z INFO line \\d+ \u6F22{20}");
    }

    @Test
    void callThatOutlastsTheWaitShouldBeAnsweredWhileTheRunGoesOn() {
        try (StarfishFixture impatient = new StarfishFixture(Duration.ZERO)) {
            impatient.executeAsync(start());
            impatient.platform.awaitRunning(1);
            Answer answer = impatient.execute(start());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("status").asText()).isEqualTo("Running");
            assertThat(answer.at("error").asText())
                    .contains("has not ended within the time")
                    .contains("goes on");
            assertThat(answer.at("runTime").isNull()).isTrue();
            impatient.platform.complete(1);
            assertThat(impatient.execute(start()).at("status").asText()).isEqualTo("Complete");
            assertThat(impatient.runs()).isOne();
        }
    }

    @Test
    void startThatCannotBeginShouldHaveFailed() {
        Answer answer = fixture.execute(start().put("jobID", "absent"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("runID").asText()).isEqualTo(StarfishFixture.RUN);
        assertThat(answer.at("status").asText()).isEqualTo("Failed");
        assertThat(answer.at("error").asText()).isEqualTo("There is no such job in this project.");
        assertThat(answer.at("startTime").isNull()).isTrue();
    }

    @Test
    void badFieldsShouldBeNamedAsInAnAsynchronousCall() {
        assertThat(fixture.execute(start().put("runID", "x")).problem("request.runID"))
                .startsWith("The field runID ");
    }

    @Test
    void xmlAnswerShouldHaveItsElementsInTheOrderOfTheirNames() {
        try (StarfishFixture impatient = new StarfishFixture(Duration.ZERO)) {
            impatient.executeAsync(start());
            impatient.platform.complete(1);
            String request =
                    "<execJobRequest xmlns=\"http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers\">"
                            + "<jobID>load-1</jobID><projectID>Sales</projectID><runID>" + StarfishFixture.RUN
                            + "</runID></execJobRequest>";
            assertThat(impatient
                            .send(impatient
                                    .request("/v1/ExecuteJob")
                                    .header("Content-Type", "text/xml")
                                    .header("Accept", "text/xml")
                                    .POST(BodyPublishers.ofString(request)))
                            .text())
                    .isEqualTo(
                            "<execJobResponse xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " xmlns=\"http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers\">"
                                    + "<deletes>0</deletes><error i:nil=\"true\"/><errors>0</errors><ignores>0</ignores>"
                                    + "<inserts>0</inserts><jobID>load-1</jobID><log></log><projectID>Sales</projectID>"
                                    + "<runID>0F8FAD5B-D9CB-469F-A165-70867728950E</runID><runTime>00:00:00.0000000</runTime>"
                                    + "<skips>0</skips><startTime>2013-02-27T18:57:51.7500000+00:00</startTime>"
                                    + "<status>Complete</status><totalRows>0</totalRows><updates>0</updates></execJobResponse>");
        }
    }
}
