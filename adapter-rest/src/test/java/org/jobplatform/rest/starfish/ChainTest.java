package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts with {@code chainJobs}: one job and another that follows it. */
class ChainTest {
    private final StarfishFixture fixture = new StarfishFixture();
    private final ScriptedNotifier receiver = ScriptedNotifier.confirming();

    ChainTest() {
        fixture.addJob("first", "Sales", "First", "rows", "second");
        fixture.addJob("second", "Sales", "Second", "noop");
        fixture.platform.receive(receiver);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static ObjectNode chain() {
        return start().put("jobID", "first")
                .put("chainJobs", true)
                .put("loggingLevel", 2)
                .put("webHookURL", "https://receiver.example/done");
    }

    private static Script counting(String log, RunOutcome outcome) {
        return context -> {
            context.rows(new RowCounters(28, 1, 2, 3, 4, 5, 6));
            context.log(LogSeverity.INFO, log);
            return outcome;
        };
    }

    private void endFirst(RunOutcome outcome) {
        fixture.platform.awaitRunning(1);
        fixture.platform.time().advance(Duration.ofSeconds(10));
        fixture.platform.end(1, counting("one", outcome));
        fixture.platform.continueChains();
    }

    private void endSecond(RunOutcome outcome) {
        fixture.platform.awaitRunning(2);
        fixture.platform.time().advance(Duration.ofSeconds(5));
        fixture.platform.end(2, counting("two", outcome));
        fixture.platform.continueChains();
    }

    private JsonNode told() {
        Eventually.holds("a callback", () -> !receiver.delivered().isEmpty());
        assertThat(receiver.delivered()).hasSize(1);
        return StarfishFixture.json(receiver.delivered().getFirst().body().text());
    }

    @Test
    void resultsShouldHaveARowForEveryRunOfTheChain() {
        assertThat(fixture.executeAsync(chain()).at("started").asBoolean()).isTrue();
        endFirst(new RunOutcome.Completed());
        fixture.platform.awaitRunning(2);
        JsonNode rows = fixture.get("/v1/Results/" + StarfishFixture.RUN).body();
        assertThat(rows).hasSize(2);
        assertThat(rows.path(0).path("runID").asText()).isEqualTo(StarfishFixture.RUN);
        assertThat(rows.path(0).path("status").asText()).isEqualTo("Complete");
        String second = rows.path(1).path("runID").asText();
        assertThat(second).isEqualTo(fixture.platform.find(2).id().value());
        assertThat(rows.path(1).path("status").asText()).isEqualTo("Running");
        assertThat(rows.path(1).path("runTime").isNull()).isTrue();
        assertThat(fixture.get("/v1/Results/" + second).body()).hasSize(1);
    }

    @Test
    void receiverShouldBeToldOnceWhenTheChainHasEnded() {
        fixture.executeAsync(chain());
        endFirst(new RunOutcome.Completed());
        fixture.platform.awaitRunning(2);
        assertThat(receiver.delivered()).isEmpty();
        endSecond(new RunOutcome.Completed());
        JsonNode body = told();
        assertThat(body.path("runID").asText()).isEqualToIgnoringCase(StarfishFixture.RUN);
        assertThat(body.path("jobID").asText()).isEqualTo("first");
        assertThat(body.path("status").asText()).isEqualTo("Complete");
        assertThat(body.path("runTime").asText()).isEqualTo("00:00:15.0000000");
        assertThat(body.path("totalRows").asInt()).isEqualTo(56);
        assertThat(body.path("ignores").asInt()).isEqualTo(12);
        assertThat(body.path("log").asText())
                .isEqualTo("2013-02-27T18:58:01.750Z INFO one\n2013-02-27T18:58:06.750Z INFO two\n");
        assertThat(body.path("error").isNull()).isTrue();
    }

    @Test
    void chainShouldHaveFailedWhenAnyOfItsRunsHas() {
        fixture.executeAsync(chain());
        endFirst(new RunOutcome.Completed());
        endSecond(new RunOutcome.Failed("the target is full"));
        assertThat(told().path("status").asText()).isEqualTo("Failed");
        assertThat(told().path("error").asText()).isEqualTo("the target is full");
    }

    @Test
    void nothingShouldFollowARunThatHasFailed() {
        fixture.executeAsync(chain());
        endFirst(new RunOutcome.Failed("the source is gone"));
        assertThat(told().path("status").asText()).isEqualTo("Failed");
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void synchronousCallShouldWaitForTheWholeChain() {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> fixture.execute(chain()));
        Eventually.holds("a run", () -> fixture.runs() == 1);
        endFirst(new RunOutcome.Completed());
        assertThat(answer).isNotDone();
        endSecond(new RunOutcome.CompletedWithErrors("4 rows failed"));
        Answer whole = answer.join();
        assertThat(whole.at("runID").asText()).isEqualTo(StarfishFixture.RUN);
        assertThat(whole.at("status").asText()).isEqualTo("Complete");
        assertThat(whole.at("errors").asInt()).isEqualTo(8);
        assertThat(whole.at("log").asText()).contains(" one\n", " two\n");
        assertThat(whole.at("error").asText()).isEqualTo("4 rows failed");
    }

    @Test
    void synchronousCallShouldBeAnsweredWhenTheChainTakesTooLong() {
        try (StarfishFixture impatient = new StarfishFixture(Duration.ZERO)) {
            impatient.addJob("first", "Sales", "First", "noop", "second");
            impatient.addJob("second", "Sales", "Second", "noop");
            impatient.executeAsync(chain());
            impatient.platform.complete(1);
            Answer between = impatient.execute(chain());
            assertThat(between.at("status").asText()).isEqualTo("Running");
            assertThat(between.at("runTime").isNull()).isTrue();
        }
    }

    @Test
    void jobShouldRunAloneWithoutTheWish() {
        fixture.executeAsync(chain().put("chainJobs", false));
        endFirst(new RunOutcome.Completed());
        assertThat(told().path("status").asText()).isEqualTo("Complete");
        assertThat(fixture.runs()).isOne();
        Answer other = fixture.executeAsync(chain());
        assertThat(other.at("error").asText()).isEqualTo("This runID was used for another request.");
    }
}
