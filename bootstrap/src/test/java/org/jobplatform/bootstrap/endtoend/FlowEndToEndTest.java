package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow and the chain behind it, whose server is killed between their runs. */
class FlowEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void noStepShouldBeLostOrDoubledWhenTheServerIsKilled() throws IOException {
        Path effects = Files.createFile(folder.resolve("effects"));
        ServerProcess.Plan plan = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_NODE_LEASE", "PT3S")
                .with("JOB_PLATFORM_NODE_WORKERS", "1");
        try (Receiver receiver = Receiver.start()) {
            try (ServerProcess first = plan.start()) {
                Api client = Api.of(first);
                for (String name : List.of("one", "two", "three", "after")) {
                    put(client, name, "echo " + name + " >> " + effects + (name.equals("two") ? "; sleep 2" : ""));
                }
                client.put("/platform/v1/jobs/flow", """
                        {"project":"Default","name":"flow","type":"WORKFLOW","runner":"flow","next":["after"],
                         "flow":{"steps":[{"job":"one"},{"job":"Default/two"},{"job":"three"}]}}""").expect(201);
                client.put(
                                "/platform/v1/runs/the-flow",
                                "{\"job\":\"flow\",\"chain\":true,\"callback\":{\"url\":\"%s\"}}"
                                        .formatted(receiver.url()))
                        .expect(202);
                Waiting.until(
                        "the second step is at work",
                        PATIENCE,
                        () -> lines(effects).contains("two"));
                first.kill();
            }
            try (ServerProcess second = plan.start()) {
                Api client = Api.of(second);
                JsonNode last = Waiting.until("the chain has ended", PATIENCE, () -> ended(client, "after"));

                assertThat(last.path("state").asText()).isEqualTo("COMPLETED");
                assertThat(last.path("parent").asText()).isEqualTo("the-flow");
                assertThat(client.get("/platform/v1/runs/the-flow")
                                .expect(200)
                                .path("state")
                                .asText())
                        .isEqualTo("COMPLETED");
                // The step that was at work is tried again, as its job says; no other is.
                assertThat(lines(effects)).containsExactly("one", "two", "two", "three", "after");
                for (String name : List.of("one", "two", "three", "after")) {
                    assertThat(runs(client, name)).hasSize(1);
                }
                Waiting.until(
                        "the chain is told of",
                        PATIENCE,
                        () -> !receiver.bodies().isEmpty());
                assertThat(receiver.bodies())
                        .allSatisfy(
                                body -> assertThat(body.path("run").path("id").asText())
                                        .isEqualTo(last.path("id").asText()));
            }
        }
    }

    private static void put(Api client, String name, String script) {
        client.put("/platform/v1/jobs/" + name, """
                {"project":"Default","name":"%s","runner":"command","onLost":"retry",
                 "command":{"argv":["/bin/sh","-c","%s"]}}""".formatted(name, script)).expect(201);
    }

    private static Optional<JsonNode> ended(Api client, String job) {
        return Optional.ofNullable(runs(client, job).get(0))
                .filter(run -> !run.path("endedAt").isMissingNode());
    }

    private static JsonNode runs(Api client, String job) {
        return client.get("/platform/v1/runs?job=" + job).expect(200).path("runs");
    }

    private static List<String> lines(Path effects) {
        try {
            return Files.readAllLines(effects);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
