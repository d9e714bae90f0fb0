package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes on one PostgreSQL, as the cluster command starts them. What commands did is judged by the files they left. */
class ClusterEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static ClusterProcess cluster;
    private static List<ClusterProcess.Node> nodes;
    private static @Nullable Process restarted;

    @BeforeAll
    static void start() {
        cluster = ClusterProcess.start(
                folder, "3", "--data", folder.resolve("data").toString());
        nodes = cluster.nodes();
    }

    @AfterAll
    static void stop() {
        Process other = restarted;
        if (other != null) {
            other.destroyForcibly();
        }
        cluster.close();
    }

    @Test
    void runShouldStopWhenAnotherNodeThanItsOwnIsAsked() {
        job("sleep", "", "/bin/sleep", "600");
        nodes.get(0)
                .api()
                .put("/platform/v1/runs/sleeper", "{\"job\":\"sleep\"}")
                .expect(202);
        awaitState("sleeper", Set.of("RUNNING"));

        nodes.get(1)
                .api()
                .post("/platform/v1/runs/sleeper/stop", "{\"mode\":\"now\"}")
                .expect(202);

        assertThat(awaitState("sleeper", Set.of("STOPPED", "FAILED", "COMPLETED"))
                        .path("state")
                        .asText())
                .isEqualTo("STOPPED");
    }

    @Test
    void oneRunShouldComeOfManyStartsAtOnceWhenTheyHaveOneIdOrOneKey() throws Exception {
        Path effects = folder.resolve("identical");
        job("identical", "", "/bin/sh", "-c", "echo $JOB_RUN_ID >> " + effects);

        List<String> byId = atOnce(number -> nodes.get(number % 3)
                .api()
                .put("/platform/v1/runs/identical-1", "{\"job\":\"identical\"}")
                .json()
                .path("id")
                .asText());
        List<String> byKey = atOnce(number -> nodes.get(number % 3)
                .api()
                .with("Idempotency-Key", "the-same-key")
                .post("/platform/v1/jobs/identical/runs", "{}")
                .json()
                .path("id")
                .asText());

        assertThat(byId).containsOnly("identical-1");
        assertThat(Set.copyOf(byKey)).hasSize(1);
        awaitState(byId.getFirst(), Set.of("COMPLETED"));
        awaitState(byKey.getFirst(), Set.of("COMPLETED"));
        assertThat(Files.readAllLines(effects)).containsExactlyInAnyOrder(byId.getFirst(), byKey.getFirst());
    }

    @Test
    void limitShouldHoldAcrossNodesWhenRunsQueueForIt() throws IOException {
        for (int limit = 1; limit <= 2; limit++) {
            Path effects = folder.resolve("limited-" + limit);
            job(
                    "limited-" + limit,
                    ",\"concurrency\":{\"limit\":" + limit + ",\"whenFull\":\"queue\"}",
                    "/bin/sh",
                    "-c",
                    "echo begin >> %1$s; sleep 0.1; echo end >> %1$s".formatted(effects));
            List<String> ids = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                ids.add("limited-" + limit + "-" + number);
                nodes.get(number % 3)
                        .api()
                        .put("/platform/v1/runs/" + ids.getLast(), "{\"job\":\"limited-" + limit + "\"}")
                        .expect(202);
            }

            ids.forEach(id -> assertThat(awaitState(id, Set.of("COMPLETED", "FAILED", "LOST"))
                            .path("state")
                            .asText())
                    .isEqualTo("COMPLETED"));
            assertThat(mostAtOnce(Files.readAllLines(effects))).isEqualTo(limit);
        }
    }

    @Test
    void runsShouldMoveOrBeLostWhenTheirNodeIsKilledAndTheNodeCanComeBack() throws Exception {
        job("movable", ",\"onLost\":\"retry\"", "/bin/sh", "-c", "[ $JOB_ATTEMPT -gt 1 ] || sleep 600");
        job("immovable", "", "/bin/sleep", "600");
        ClusterProcess.Node victim = nodes.get(2);
        victim.api().put("/platform/v1/runs/moves", "{\"job\":\"movable\"}").expect(202);
        victim.api().put("/platform/v1/runs/is-lost", "{\"job\":\"immovable\"}").expect(202);
        awaitState("moves", Set.of("RUNNING"));
        awaitState("is-lost", Set.of("RUNNING"));

        victim.kill();

        JsonNode moved = awaitState("moves", Set.of("COMPLETED", "FAILED", "LOST"));
        assertThat(moved.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(moved.path("attempt").asInt()).isEqualTo(2);
        awaitState("is-lost", Set.of("LOST"));
        String restart = cluster.awaitLine("node-3 has died").split("again: ", 2)[1];
        Process again = ServerProcess.launcher(Map.of(), List.of())
                .command("/bin/sh", "-c", "exec " + restart)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // The other tests find their third node again.
        restarted = again;
        assertThat(again.inputReader().readLine()).isEqualTo("ready " + victim.address());
    }

    @Test
    void nothingShouldBeLeftWhenTheClusterIsTerminated(@TempDir Path scratch) throws IOException {
        ClusterProcess small = ClusterProcess.start(scratch, "2");
        List<ClusterProcess.Node> its = small.nodes();
        assertThat(its).hasSize(2).allMatch(ClusterProcess.Node::isAlive);
        String database =
                small.awaitLine("jdbc:postgresql:").split("127.0.0.1:", 2)[1].split("/", 2)[0];

        assertThat(small.terminate()).as(small.errors()).isZero();

        assertThat(its).noneMatch(ClusterProcess.Node::isAlive);
        try (var left = Files.list(scratch)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("cluster.log");
        }
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(command -> command.contains("postgres") && command.contains(" -p " + database));
    }

    /** Makes or changes a job that runs this command. */
    private static void job(String id, String further, String... command) {
        String words = Arrays.stream(command)
                .map(word -> "\"" + word.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(","));
        nodes.get(0)
                .api()
                .put("/platform/v1/jobs/" + id, """
                        {"project":"Default","name":"%1$s","runner":"command","command":{"argv":[%2$s]}%3$s}""".formatted(id, words, further))
                .expect(201);
    }

    /** The run as the second node shows it, once it is in one of these states. */
    private static JsonNode awaitState(String run, Set<String> states) {
        return Waiting.until(run + " is one of " + states, PATIENCE, () -> {
            JsonNode now = nodes.get(1).api().get("/platform/v1/runs/" + run).expect(200);
            return states.contains(now.path("state").asText()) ? Optional.of(now) : Optional.empty();
        });
    }

    private interface Start {
        String from(int number);
    }

    private static List<String> atOnce(Start start) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Callable<String>> calls = IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(number -> () -> start.from(number))
                    .toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static int mostAtOnce(List<String> effects) {
        int now = 0;
        int most = 0;
        for (String effect : effects) {
            now += effect.equals("begin") ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }
}
