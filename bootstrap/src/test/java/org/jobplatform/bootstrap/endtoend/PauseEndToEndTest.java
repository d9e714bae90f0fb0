package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a real process tree that are paused, on a real server. */
class PauseEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A counter that goes up, a child in a session of its own, and one that lost its parent. */
    private static final String TREE = """
            {"project":"Default","name":"Counter","runner":"command","command":{"argv":["/bin/sh","-c",
             "setsid sleep 4711 & (sleep 4712 &); i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); echo $i > COUNTER; sleep 0.02; done"]}}""";

    @TempDir
    Path folder;

    private ServerProcess server;
    private Api client;
    private Path counter;

    @BeforeEach
    void start() {
        counter = folder.resolve("counter");
        server = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_NODE_LEASE", "PT6S")
                .start();
        client = Api.of(server);
        client.put("/platform/v1/jobs/counter", TREE.replace("COUNTER", counter.toString()))
                .expect(201);
        client.put("/platform/v1/runs/counting", "{\"job\":\"counter\"}").expect(202);
        awaitState("RUNNING");
        Waiting.until("the tree stands", PATIENCE, () -> states().size() >= 4 && count() > 0);
    }

    @AfterEach
    void stop() {
        server.close();
        Waiting.until("nothing of the run is left", PATIENCE, () -> states().isEmpty());
    }

    private void pause() {
        client.post("/platform/v1/runs/counting/pause", "").expect(202);
        Waiting.until("every process is held", PATIENCE, this::isHeld);
    }

    private boolean isHeld() {
        List<String> states = states();
        return !states.isEmpty() && states.stream().allMatch("T"::equals);
    }

    /** A shell that waits for what it starts, until that has begun its program, stops before it does anything more. */
    private static boolean waitsToStop(ProcessHandle process) {
        String status = file(process, "status");
        return status.contains("State:\tD") && status.matches("(?s).*ShdPnd:\t[0-9a-f]{11}[4567cdef][0-9a-f]{4}\n.*");
    }

    @Test
    void pausedRunShouldMakeNoProgressUntilItIsResumed() {
        pause();
        long held = count();
        client.get("/platform/v1/runs/counting?wait=1").expect(200);
        assertThat(count()).isEqualTo(held);
        assertThat(state()).isEqualTo("PAUSED");
        JsonNode explained = client.get("/platform/v1/runs/counting/explain").expect(200);
        assertThat(explained.path("summary").asText()).contains("is held");

        client.post("/platform/v1/runs/counting/resume", "").expect(202);

        Waiting.until("the counter goes on", PATIENCE, () -> count() > held + 2);
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void pausedRunShouldStopAndLeaveNothing() {
        pause();
        client.post("/platform/v1/runs/counting/stop", "{\"mode\":\"now\"}").expect(202);

        awaitState("STOPPED");
        assertThat(states()).isEmpty();
    }

    @Test
    void pausedRunShouldLeaveNothingWhenItsServerIsKilled() {
        pause();
        server.kill();

        Waiting.until("nothing of the run is left", PATIENCE, () -> states().isEmpty());
    }

    @Test
    void pauseShouldBeRefusedWhenTheRunHasEnded() {
        client.post("/platform/v1/runs/counting/stop", "{\"mode\":\"kill\"}").expect(202);
        awaitState("STOPPED");

        client.post("/platform/v1/runs/counting/pause", "").expect(409);
    }

    private void awaitState(String wanted) {
        Waiting.until("the run is " + wanted, PATIENCE, () -> state().equals(wanted));
    }

    private String state() {
        return client.get("/platform/v1/runs/counting").json().path("state").asText();
    }

    private long count() {
        try {
            String text = Files.readString(counter).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The state of every process of the run that has not ended, as the system shows it. */
    private List<String> states() {
        return ProcessHandle.allProcesses()
                .filter(process -> file(process, "environ").contains(":counting:1"))
                .map(process -> waitsToStop(process) ? "T" : state(file(process, "stat")))
                .filter(state -> !state.isEmpty())
                .filter(state -> !state.equals("Z") && !state.equals("X"))
                .toList();
    }

    private static String state(String stat) {
        return stat.isEmpty() ? "" : stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    }

    private static String file(ProcessHandle process, String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), name), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
