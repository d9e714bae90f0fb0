package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nobody else sleeps for so long. */
    private static final String NAP = "4" + ProcessHandle.current().pid() + ".25";

    private static final String TREE = """
            {"project":"Default","name":"Tree","runner":"command","command":{"argv":["/bin/sh","-c",
             "setsid sh -c 'trap \\"\\" TERM; sleep %1$s' & (env -i setsid sleep %1$s &) ; sleep %1$s & wait"]}}""".formatted(NAP);

    @TempDir
    Path folder;

    private ServerProcess server;
    private Api client;

    @BeforeEach
    void start() {
        server = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_NODE_LEASE", "PT6S")
                .start();
        client = Api.of(server);
        client.put("/platform/v1/jobs/tree", TREE).expect(201);
        client.put("/platform/v1/runs/tree-1", "{\"job\":\"tree\"}").expect(202);
        Waiting.until("the tree stands", PATIENCE, () -> sleepers().size() >= 3);
    }

    @AfterEach
    void stop() {
        server.close();
        sleepers().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void stoppedRunShouldLeaveNoProcess() {
        client.post("/platform/v1/runs/tree-1/stop", "{\"mode\":\"now\",\"reason\":\"enough\"}")
                .expect(202);

        Waiting.until(
                "the run has stopped",
                PATIENCE,
                () -> client.get("/platform/v1/runs/tree-1")
                        .json()
                        .path("state")
                        .asText()
                        .equals("STOPPED"));
        assertThat(sleepers()).isEmpty();
    }

    @Test
    void killedServerShouldLeaveNoProcess() {
        server.kill();

        Waiting.until("nothing of the run lives", PATIENCE, () -> sleepers().isEmpty());
    }

    @Test
    void frozenServerShouldLeaveNoProcess() throws IOException, InterruptedException {
        signal("STOP");
        try {
            Waiting.until("nothing of the run lives", PATIENCE, () -> sleepers().isEmpty());
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The processes of the run that are not mere zombies, wherever in the tree or outside it they are. */
    private static List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains("sleep\0" + NAP))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException | IllegalArgumentException gone) {
            return "";
        }
    }
}
