package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanSweepTest {

    private final Sleepers sleepers = new Sleepers();
    private final String node = "node-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        sleepers.close();
    }

    private void start(String node, String boot, String script) throws IOException {
        new ChildLauncher(Confinement.scan(), () -> true)
                .start(new Launch(
                        sleepers.shell(script),
                        Map.of("PATH", "/usr/bin:/bin"),
                        folder,
                        new RunMark(new NodeMark(node, boot), "run", 1)));
    }

    @Test
    void sweepShouldEndOlderIncarnationsWhenTheyLeftProcesses() throws Exception {
        start(node, "older", "setsid sleep $1 & (sleep $1 &) ; exit 0");
        start(node, "oldest", "env -i sleep $1");
        sleepers.awaitCount(3);

        assertThat(new OrphanSweep(new NodeMark(node, "now")).sweep()).isEmpty();

        assertThat(sleepers.alive()).isEmpty();
    }

    @Test
    void sweepShouldSpareOwnRunsAndOtherNodesWhenTheyRun() throws Exception {
        start(node, "now", "exec sleep $1");
        start(node + "0", "older", "exec sleep $1");
        sleepers.awaitCount(2);

        assertThat(new OrphanSweep(new NodeMark(node, "now")).sweep()).isEmpty();

        assertThat(sleepers.alive()).hasSize(2);
    }
}
