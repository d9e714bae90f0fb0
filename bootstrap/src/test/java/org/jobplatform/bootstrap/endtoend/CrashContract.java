package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must survive {@code kill -9} of the server, on every database. */
interface CrashContract {
    int STARTS = 200;
    Duration PATIENCE = Duration.ofSeconds(90);

    /** A server on a fresh database; every start of it uses the same one. */
    ServerProcess.Plan plan(Path folder);

    @Test
    default void acknowledgedStartsShouldAllEndAndCallBackWhenTheServerIsKilled(@TempDir Path folder) {
        ServerProcess.Plan plan =
                plan(folder).with("JOB_PLATFORM_NODE_LEASE", "PT3S").with("JOB_PLATFORM_NODE_WORKERS", "8");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (Receiver receiver = Receiver.start()) {
            try (ServerProcess first = plan.start()) {
                Api client = Api.of(first);
                client.put("/platform/v1/jobs/short", """
                        {"project":"Default","name":"Short","runner":"command","command":{"argv":["/bin/sleep","0.05"]}}""").expect(201);
                startMany(client, receiver, acknowledged, first);
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(STARTS);

            try (ServerProcess second = plan.start()) {
                Api client = Api.of(second);
                Map<String, String> states = Waiting.until("every acknowledged run has ended", PATIENCE, () -> {
                    Map<String, String> now = acknowledged.stream()
                            .collect(Collectors.toMap(
                                    id -> id,
                                    id -> client.get("/platform/v1/runs/" + id)
                                            .expect(200)
                                            .path("state")
                                            .asText()));
                    return Set.of("COMPLETED", "LOST").containsAll(now.values()) ? Optional.of(now) : Optional.empty();
                });
                assertThat(states.values()).contains("COMPLETED");
                Waiting.until(
                        "every acknowledged run has called back",
                        PATIENCE,
                        () -> calledBack(receiver).containsAll(acknowledged));
            }
        }
    }

    private static void startMany(Api client, Receiver receiver, Set<String> acknowledged, ServerProcess server) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                threads.execute(() -> {
                    try {
                        while (true) {
                            String id = "run-" + next.incrementAndGet();
                            int status = client.put("/platform/v1/runs/" + id, """
                                    {"job":"short","callback":{"url":"%s"}}""".formatted(receiver.url()))
                                    .status();
                            if (status == 202) {
                                acknowledged.add(id);
                            }
                            if (acknowledged.size() >= STARTS) {
                                // In the middle of the others' starts, not after them.
                                server.kill();
                                return;
                            }
                        }
                    } catch (UncheckedIOException killed) {
                        // What this thread had asked for last may or may not have begun; it was not acknowledged.
                        return;
                    }
                });
            }
        }
    }

    private static Set<String> calledBack(Receiver receiver) {
        return receiver.bodies().stream()
                .map(body -> body.path("run").path("id"))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
