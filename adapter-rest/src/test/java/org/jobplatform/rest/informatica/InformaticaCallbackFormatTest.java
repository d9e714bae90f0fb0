package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class InformaticaCallbackFormatTest {
    private static final Instant END = Instant.parse("2013-02-27T18:57:52.999Z");

    private final InformaticaCallbackFormat format = new InformaticaCallbackFormat(DeliveryPolicy.INFORMATICA_CLASSIC);

    private static Run running() {
        return Run.accepted(
                        new RunId("run-5"),
                        new RunNumber(5),
                        JobExamples.job("0034J90000000M", ProjectPath.DEFAULT, new JobName("taskName"))
                                .reference(),
                        RunExamples.request(),
                        END.minusSeconds(60))
                .claim(RunExamples.NODE, END.minusSeconds(50))
                .begin(END.minusSeconds(40));
    }

    private String statusOf(Run run) {
        return format.render(Ended.alone(run), new DeliveryId("d"), END)
                .text()
                .replaceAll(".*\"status\":\"", "")
                .replace("\"}", "");
    }

    @Test
    void bodyShouldBeThatOfTheVendorsSample() {
        CallbackBody body = format.render(
                Ended.alone(running().end(new RunOutcome.Completed(), END)), new DeliveryId("d"), END.plusSeconds(9));
        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(body.text())
                .isEqualTo("{\"@type\":\"callbackUrlResponse\",\"endTime\":\"2013-02-27T18:57:52.000Z\","
                        + "\"objectId\":\"0034J90000000M\",\"objectName\":\"taskName\",\"runId\":5,"
                        + "\"status\":\"COMPLETED\"}");
    }

    @Test
    void everyEndShouldBeOneOfTwo() {
        assertThat(statusOf(running().end(new RunOutcome.CompletedWithErrors("some"), END)))
                .isEqualTo("COMPLETED");
        assertThat(statusOf(running().end(new RunOutcome.Failed("all"), END))).isEqualTo("FAILED");
        assertThat(statusOf(running().lose("node gone", END))).isEqualTo("FAILED");
        assertThat(statusOf(running()
                        .stop(RunExamples.stop(StopMode.NOW, END))
                        .end(new RunOutcome.Stopped("stopped"), END)))
                .isEqualTo("FAILED");
    }

    @Test
    void policyShouldBeTheOneThatWasChosen() {
        assertThat(format.policy()).isEqualTo(DeliveryPolicy.INFORMATICA_CLASSIC);
        assertThatThrownBy(() -> new InformaticaCallbackFormat(DeliveryPolicy.NATIVE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
