package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import java.time.Duration;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What webHookURL is told. */
class CallbackTest {
    private final StarfishFixture fixture = new StarfishFixture();
    private final ScriptedNotifier receiver = ScriptedNotifier.confirming();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Delivery delivered() {
        Eventually.holds("a callback", () -> !receiver.delivered().isEmpty());
        return receiver.delivered().getFirst();
    }

    @Test
    void receiverShouldBeToldWhatASynchronousCallIsAnswered() {
        fixture.platform.receive(receiver);
        fixture.executeAsync(
                start().put("jobID", "Load").put("loggingLevel", 1).put("webHookURL", "https://receiver.example/done"));
        fixture.platform.awaitRunning(1);
        fixture.platform.time().advance(Duration.ofSeconds(1));
        fixture.platform.end(1, context -> {
            context.rows(new RowCounters(28, 1, 2, 3, 4, 5, 6));
            context.log(LogSeverity.ERROR, "4 \"rows\" failed");
            return new RunOutcome.CompletedWithErrors("4 rows failed");
        });
        Delivery delivery = delivered();
        assertThat(delivery.target().url().toString()).isEqualTo("https://receiver.example/done");
        assertThat(delivery.policy()).isEqualTo(DeliveryPolicy.NATIVE);
        assertThat(delivery.body().mediaType()).isEqualTo("application/json");
        assertThat(delivery.body().text())
                .isEqualTo("{\"runID\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"projectID\":\"Sales\","
                        + "\"jobID\":\"load-1\",\"status\":\"Complete\","
                        + "\"startTime\":\"2013-02-27T18:57:51.7500000+00:00\",\"runTime\":\"00:00:01.0000000\","
                        + "\"totalRows\":28,\"inserts\":1,\"updates\":2,\"deletes\":3,\"errors\":4,\"skips\":5,"
                        + "\"ignores\":6,\"log\":\"2013-02-27T18:57:52.750Z ERROR 4 \\\"rows\\\" failed\\n\","
                        + "\"error\":\"4 rows failed\"}");
    }

    @Test
    void receiverShouldBeToldOfAFailure() {
        fixture.platform.receive(receiver);
        fixture.executeAsync(start().put("webHookURL", "https://receiver.example/done"));
        fixture.platform.end(1, context -> new RunOutcome.Failed("the source is gone"));
        assertThat(delivered().body().text())
                .contains("\"status\":\"Failed\"", "\"error\":\"the source is gone\"", "\"log\":\"\"");
    }

    @Test
    void nobodyShouldBeToldWithoutAnAddress() {
        fixture.platform.receive(receiver);
        fixture.executeAsync(start());
        fixture.platform.complete(1);
        assertThat(fixture.platform.callbacks().of(fixture.platform.find(1).id(), AccessExamples.ALICE))
                .isEmpty();
    }
}
