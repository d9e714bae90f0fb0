package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The requests as the vendor's documents print them, over HTTP/1.0 and without a host. */
class VendorSamplesTest {
    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String send(String line, String body) throws IOException {
        return fixture.raw(
                body,
                line,
                "Content-Type: application/json",
                "Accept: application/json",
                "icSessionId: " + fixture.session());
    }

    @Test
    void classicStartOfLinearTaskflowShouldBeAnsweredWithTheJobObject() throws IOException {
        String answer = send("POST /saas/api/v2/job HTTP/1.0", """
                {
                "taskId": "0034J90000000M",
                "taskType": "Workflow",
                "callbackURL": "https://MyIICSJobStatus.com",
                }
                """);
        assertThat(answer).startsWith("HTTP/1.").contains(" 200 ").endsWith("""
                {"@type":"job","taskId":"0034J90000000M","taskFederatedId":"federated-0034J90000000M",\
                "taskName":"taskName","taskType":"WORKFLOW","runId":1,"callbackURL":"https://MyIICSJobStatus.com"}""");
    }

    @Test
    void currentStartOnOneLineShouldBeAccepted() throws IOException {
        assertThat(
                        send(
                                "POST /api/v2/job HTTP/1.0",
                                "{ \"taskId\": \"0034J90000000M\", \"taskType\": \"Workflow\", \"callbackURL\": \"https://MyIICSJobStatus.com\", }"))
                .contains("\"runId\":1");
    }

    @Test
    void startOfMappingTaskWithRuntimeShouldRunBesideAnother() throws IOException {
        String body =
                "{ \"@type\": \"job\", \"taskId\": \"0100000Z000009\", \"taskType\": \"MTT\", \"runtime\": { \"@type\": \"mtTaskRuntime\" } }";
        send("POST /api/v2/job HTTP/1.0", body);
        assertThat(send("POST /api/v2/job HTTP/1.0", body)).endsWith("""
                {"@type":"job","taskId":"0100000Z000009","taskFederatedId":"federated-0100000Z000009",\
                "taskName":"MappingTask1","taskType":"MTT","runId":2}""");
    }

    @Test
    void stopOfLinearTaskflowShouldBeAnsweredWithTheSuccessObject() throws IOException {
        int run = fixture.start(InformaticaFixture.WORKFLOW, "WORKFLOW");
        String answer = send("POST /api/v2/job/stop HTTP/1.0", """
                {
                "@type": "job",
                "taskId": "0034J90000000M",
                "taskType": "Workflow"
                }
                """);
        assertThat(answer).contains(" 200 ").contains("{\"@type\":\"success\",");
        fixture.platform.awaitEnded(run);
        assertThat(fixture.get("/api/v2/activity/activityLog/1").at("errorMsg").asText())
                .isEqualTo("stopped NOW");
    }

    @Test
    void cleanStopByNameShouldReachTheRunAsSuch() throws IOException {
        int run = fixture.start(InformaticaFixture.MAPPING, "MTT");
        send(
                "POST /saas/api/v2/job/stop?cleanStop=1 HTTP/1.0",
                "{ \"@type\": \"job\", \"taskName\": \"MappingTask1\", \"taskType\": \"MTT\" }");
        fixture.platform.awaitEnded(run);
        assertThat(fixture.get("/api/v2/activity/activityLog/1").at("errorMsg").asText())
                .isEqualTo("stopped CLEAN");
    }
}
