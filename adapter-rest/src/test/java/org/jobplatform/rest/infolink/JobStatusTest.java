package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.infolink.InfolinkFixture.KEY;

import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobStatusTest {
    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String status() {
        return fixture.get("getJobStatus.jsp", "mine").result().path("status").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getJobStatus.jsp", "getJobStatus"})
    void runThatHasNotEndedShouldBeRunningWithoutResults(String call) {
        fixture.main(",'jobId':'mine'");
        Answer answer = fixture.get(call, "mine");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"success\",\"result\":{\"status\":\"running\",\"results\":[]}}");
    }

    @Test
    void endShouldBeToldAsItWas() {
        fixture.main(",'jobId':'mine'");
        fixture.platform.end(1, context -> new RunOutcome.Completed());
        assertThat(status()).isEqualTo("completed");
    }

    @Test
    void endWithErrorsShouldBeToldSo() {
        fixture.main(",'jobId':'mine'");
        fixture.platform.end(1, context -> new RunOutcome.CompletedWithErrors("3 rows"));
        assertThat(status()).isEqualTo("completedWithError");
    }

    @Test
    void failureShouldBeAnEndWithError() {
        fixture.main(",'jobId':'mine'");
        fixture.platform.end(1, context -> new RunOutcome.Failed("gone"));
        assertThat(status()).isEqualTo("completedWithError");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,running",
        "STARTING,running",
        "RUNNING,running",
        "PAUSED,running",
        "STOPPING,running",
        "COMPLETED,completed",
        "COMPLETED_WITH_ERRORS,completedWithError",
        "FAILED,completedWithError",
        "LOST,completedWithError",
        "STOPPED,stopped"
    })
    void everyStatusShouldHaveItsWord(RunStatus status, String word) {
        assertThat(StatusWords.of(status)).isEqualTo(word);
    }

    @Test
    void runOfAnotherDialectShouldBeFoundById() {
        fixture.platform
                .start()
                .start(new StartCommand(
                        new JobId("job-7-main"),
                        Optional.of(new RunId("native-1")),
                        Optional.empty(),
                        StartOptions.DEFAULT,
                        false,
                        new Caller(Dialect.NATIVE, AccessExamples.everywhere("somebody", Role.OPERATOR), "")));
        assertThat(fixture.get("getJobStatus.jsp", "native-1")
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("running");
    }

    @Test
    void guidShouldBeFoundInAnyCase() {
        fixture.main(",'jobId':'faaf7fbc-0475-45ed-a148-02238e75c395'");
        assertThat(fixture.get("getJobStatus.jsp", "FAAF7FBC-0475-45ED-A148-02238E75C395")
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getJobStatus.jsp", "stopJob.jsp", "stop"})
    void runOfAnotherAppShouldBeAsUnknownAsNone(String call) {
        fixture.addJob("job-8", "8", "Main");
        fixture.main(",'jobId':'mine'");
        String foreign = fixture.get("/api/v1/" + call + "?apiKey=" + KEY + "&appId=8&jobId=mine")
                .error();
        assertThat(foreign).isEqualTo("jobId names no job of this app");
        assertThat(fixture.get(call, "nobody").error()).isEqualTo(foreign);
        assertThat(fixture.platform.find(1).status()).isNotEqualTo(RunStatus.STOPPING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jobId=mine|appId is missing",
                "appId=7|jobId is missing",
                "appId=&jobId=mine|appId is empty",
                "appId=7&jobId=|jobId is empty",
                "appId=7&appId=7&jobId=mine|appId is given more than once",
                "appId=7&jobId=mine&jobId=other|jobId is given more than once",
                "appId=99&jobId=mine|appId names no app",
                "appId=..&jobId=mine|appId a project is a path",
                "appId=7&jobId=a%20b|jobId a run id must be",
                "appId=7&jobId=%27%20or%201=1--|jobId a run id must be",
                "appId=|jobId is missing"
            })
    void badQueryShouldBeAnErrorThatNamesTheParameter(String query, String error) {
        fixture.main(",'jobId':'mine'");
        for (String call : new String[] {"getJobStatus.jsp", "stopJob.jsp"}) {
            Answer answer = fixture.get("/api/v1/" + call + "?apiKey=" + KEY + "&" + query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.error()).contains(error);
        }
    }
}
