package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTest {

    private static final String TREE =
            "trap '' TERM; setsid sleep $1 & (sleep $1 &); env -i /usr/bin/setsid sleep $1 & sleep $1";
    private static final int TREE_SIZE = 4;

    private final Sleepers sleepers = new Sleepers();
    private final String boot = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        sleepers.close();
        guards().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    static Stream<Confinement.Method> methods() {
        return ChildTest.confinements().map(Confinement::method);
    }

    private Process startServer(Confinement.Method method) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                method.name(),
                boot,
                folder.toString()));
        command.addAll(sleepers.shell(TREE));
        Process server = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        sleepers.awaitCount(TREE_SIZE);
        return server;
    }

    private List<Long> guards() {
        return Sleepers.pids(GuardMain.class.getName() + "\0node\0" + boot + "\0");
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void beatUntilAlive(Guard guard) {
        Sleepers.await("guard", () -> {
            guard.beat();
            return guard.awaitAlive(Duration.ofSeconds(1));
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void processesShouldBeGoneWhenServerIsKilled(Confinement.Method method) throws Exception {
        Process server = startServer(method);

        signal("KILL", server.pid());

        sleepers.awaitCount(0);
        Sleepers.await("the guard's end", () -> guards().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void processesShouldBeGoneWhenServerStandsStill(Confinement.Method method) throws Exception {
        Process server = startServer(method);
        try {
            signal("STOP", server.pid());

            sleepers.awaitCount(0);
            assertThat(server.isAlive()).isTrue();
            assertThat(guards()).hasSize(1);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void guardShouldBeReplacedWhenItWasKilled() throws Exception {
        try (Guard guard = new Guard(new NodeMark("node", boot), Duration.ofSeconds(60))) {
            beatUntilAlive(guard);
            long first = guards().getFirst();

            signal("KILL", first);
            Sleepers.await("notice", () -> !guard.isAlive());
            beatUntilAlive(guard);

            assertThat(guards()).hasSize(1).doesNotContain(first);
        }
    }

    @Test
    void guardShouldBeReplacedWhenItStandsStill() throws Exception {
        try (Guard guard = new Guard(new NodeMark("node", boot), Duration.ofSeconds(60))) {
            beatUntilAlive(guard);
            long first = guards().getFirst();
            signal("STOP", first);

            Sleepers.await("replacement", () -> {
                guard.beat();
                return !guards().contains(first);
            });
            beatUntilAlive(guard);
            assertThat(guards()).hasSize(1).doesNotContain(first);
        }
    }

    @Test
    void guardShouldNotBeAliveWhenNothingBeatYet() {
        try (Guard guard = new Guard(new NodeMark("node", boot), Duration.ofSeconds(60))) {
            assertThat(guard.isAlive()).isFalse();
        }
    }

    @Test
    void guardShouldEndWhenClosed() {
        Guard guard = new Guard(new NodeMark("node", boot), Duration.ofSeconds(60));
        beatUntilAlive(guard);

        guard.close();

        Sleepers.await("the guard's end", () -> guards().isEmpty());
        guard.beat();
        assertThat(guard.isAlive()).isFalse();
    }

    @Test
    void guardShouldBeRefusedWhenTimeoutIsShorterThanTheBeat() {
        assertThatThrownBy(() -> new Guard(new NodeMark("node", boot), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
