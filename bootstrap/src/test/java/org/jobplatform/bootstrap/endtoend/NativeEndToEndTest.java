package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeEndToEndTest {
    private static final String HELLO = """
            {"project":"Default","name":"Hello","runner":"command",
             "command":{"argv":["/bin/echo","hello","${who}"],"content":{"stdout":true,"mediaType":"text/plain"}},
             "parameters":{"who":"world"}}""";

    @TempDir
    Path folder;

    private ServerProcess server;
    private Api client;

    @BeforeEach
    void start() {
        server = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_NODE_DRAIN", "PT0S")
                .start();
        client = Api.of(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void startShouldAnswerTheEndedRunWhenItIsWaitedFor() {
        client.put("/platform/v1/jobs/hello", HELLO).expect(201);

        JsonNode run = client.with("Prefer", "wait=30")
                .post("/platform/v1/jobs/hello/runs", "{\"parameters\":{\"who\":\"there; rm -rf /\"}}")
                .expect(200);

        assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.path("percent").asInt()).isEqualTo(100);
        assertThat(client.get(run.path("links").path("content").asText()).text())
                .isEqualTo("hello there; rm -rf /\n");
    }

    @Test
    void runWithTheCallersIdShouldBeStartedOnce() {
        client.put("/platform/v1/jobs/hello", HELLO).expect(201);

        JsonNode first =
                client.put("/platform/v1/runs/my-run-1", "{\"job\":\"hello\"}").expect(202);
        JsonNode again =
                client.put("/platform/v1/runs/my-run-1", "{\"job\":\"hello\"}").expect(200);
        int other = client.put("/platform/v1/runs/my-run-1", "{\"job\":\"hello\",\"argument\":\"x\"}")
                .status();

        assertThat(again.path("number")).isEqualTo(first.path("number"));
        assertThat(other).isEqualTo(409);
        assertThat(client.get("/platform/v1/runs").json().path("runs")).hasSize(1);
    }

    @Test
    void requestWithoutCredentialShouldBeRefusedAndChangeNothing() {
        Api anonymous = Api.anonymous(server.address());

        assertThat(anonymous.put("/platform/v1/jobs/hello", HELLO).status()).isEqualTo(401);
        assertThat(anonymous.get("/health/ready").status()).isEqualTo(200);
        assertThat(client.get("/platform/v1/jobs/hello").status()).isEqualTo(404);
    }

    @Test
    void terminatedServerShouldEndItsRunsAndKeepThem() {
        client.put("/platform/v1/jobs/sleep", """
                {"project":"Default","name":"Sleep","runner":"command","command":{"argv":["/bin/sleep","60"]}}""").expect(201);
        client.put("/platform/v1/runs/sleeper", "{\"job\":\"sleep\"}").expect(202);
        ServerProcess.Plan again = new ServerProcess.Plan(folder);
        server.terminate();

        server = again.start();

        JsonNode run = Api.of(server).get("/platform/v1/runs/sleeper").expect(200);
        assertThat(run.path("state").asText()).isEqualTo("STOPPED");
        assertThat(run.path("error").asText()).contains("shutdown");
    }
}
