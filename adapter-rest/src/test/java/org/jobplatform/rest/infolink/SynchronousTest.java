package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SynchronousTest {
    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Answer endedBy(Script last) {
        CompletableFuture<Answer> answer = fixture.mainMeanwhile(",'isAsync':false,'jobId':'mine'");
        Eventually.holds("the run has begun", () -> fixture.runs() == 1);
        fixture.platform.awaitRunning(1);
        assertThat(answer).isNotDone();
        fixture.platform.end(1, last);
        return answer.join();
    }

    @Test
    void callShouldBeAnsweredWithTheResultsWhenTheRunHasEnded() {
        Answer answer = endedBy(context -> new RunOutcome.Completed());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"result\":{\"results\":[]}}");
    }

    @Test
    void runThatDidNotAllShouldStillGiveItsResults() {
        assertThat(endedBy(context -> new RunOutcome.CompletedWithErrors("3 rows"))
                        .text())
                .isEqualTo("{\"status\":\"success\",\"result\":{\"results\":[]}}");
    }

    @Test
    void runThatFailsShouldBeAnErrorWithItsMessage() {
        Answer answer = endedBy(context -> new RunOutcome.Failed("the source is \"gone\""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).isEqualTo("the source is \"gone\"");
    }

    @Test
    void runThatIsStoppedShouldBeAnErrorWithItsMessage() {
        CompletableFuture<Answer> answer = fixture.mainMeanwhile(",'isAsync':false,'jobId':'mine'");
        Eventually.holds("the run has begun", () -> fixture.runs() == 1);
        fixture.platform.awaitRunning(1);
        assertThat(fixture.get("stopJob.jsp", "mine").result().path("status").asText())
                .isEqualTo("stop started");
        fixture.platform.awaitEnded(1);
        assertThat(answer.join().error()).isEqualTo("stopped NOW");
    }

    @Test
    void repeatOfAnEndedRunShouldBeAnsweredAtOnce() {
        endedBy(context -> new RunOutcome.Completed());
        assertThat(fixture.main(",'isAsync':false,'jobId':'mine'").text()).contains("\"results\":[]");
        assertThat(fixture.runs()).isEqualTo(1);
    }

    @Test
    void runThatOutlastsTheWaitShouldBeAnErrorThatNamesItAndGoOn() {
        try (InfolinkFixture impatient = new InfolinkFixture(Duration.ZERO)) {
            Answer answer = impatient.main(",'isAsync':false,'jobId':'MINE'");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.error()).contains("still running").contains("jobId MINE");
            impatient.platform.awaitRunning(1);
            assertThat(impatient.platform.find(1).status()).isEqualTo(RunStatus.RUNNING);
        }
    }

    @Test
    void callShouldMakeNoRunWhenTooManyWait() {
        fixture.platform.fillWaits();

        assertThat(fixture.main(",'isAsync':false,'jobId':'mine'").status()).isEqualTo(503);
        assertThat(fixture.runs()).isZero();
    }
}
