package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.infolink.InfolinkFixture.KEY;
import static org.jobplatform.rest.infolink.InfolinkFixture.VIEWER_KEY;

import java.net.http.HttpRequest.BodyPublishers;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopJobTest {
    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void begin() {
        fixture.main(",'jobId':'mine'");
        fixture.platform.awaitRunning(1);
    }

    private static String status(String text) {
        return "{\"status\":\"success\",\"result\":{\"status\":\"" + text + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopJob.jsp", "stopJob", "stop.jsp", "stop"})
    void runShouldBeStoppedUnderEveryNameOfTheCall(String call) {
        begin();
        Answer answer = fixture.get(call, "mine");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(status("stop started"));
        fixture.platform.awaitEnded(1);
        assertThat(fixture.platform.find(1).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(fixture.get("getJobStatus.jsp", "mine")
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("stopped");
    }

    @Test
    void runThatStopsAlreadyShouldBeToldSoAndNotBeAskedAgain() {
        begin();
        var stopping = fixture.platform
                .find(1)
                .stop(new StopRequest(
                        StopMode.CLEAN,
                        "by somebody",
                        "somebody",
                        fixture.platform.time().instant()));
        fixture.platform.storage().runs().update(stopping);
        assertThat(fixture.get("stopJob.jsp", "mine").text()).isEqualTo(status("already being stopped"));
        assertThat(fixture.platform.find(1).state())
                .isInstanceOfSatisfying(
                        RunState.Stopping.class,
                        state -> assertThat(state.request().mode()).isEqualTo(StopMode.CLEAN));
    }

    @Test
    void runThatHasEndedShouldBeToldSo() {
        begin();
        fixture.platform.complete(1);
        assertThat(fixture.get("stopJob.jsp", "mine").text()).isEqualTo(status("already completed"));
        assertThat(fixture.platform.find(1).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void headAloneShouldNotStop() {
        begin();
        Answer answer = fixture.send(fixture.request("/api/v1/stopJob.jsp?appId=7&jobId=mine&apiKey=" + KEY)
                .method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(fixture.platform.find(1).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void viewerShouldNotStop() {
        begin();
        Answer answer = fixture.get("/api/v1/stopJob.jsp?appId=7&jobId=mine&apiKey=" + VIEWER_KEY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).isEqualTo("apiKey does not allow this.");
        assertThat(fixture.platform.find(1).status()).isEqualTo(RunStatus.RUNNING);
    }
}
