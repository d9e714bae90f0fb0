package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChildTest {

    private static final Duration GRACE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Sleepers sleepers = new Sleepers();
    private final RunMark mark =
            new RunMark(new NodeMark("node", UUID.randomUUID().toString()), "run-1", 1);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        sleepers.close();
    }

    enum Shape {
        TWO_CHILDREN("sleep $1 & sleep $1 & wait", 2),
        DOUBLE_FORK("(sleep $1 &); sleep $1", 2),
        OWN_SESSION("setsid sleep $1 & sleep $1", 2),
        NO_ENVIRONMENT("env -i /usr/bin/setsid sleep $1 & sleep $1", 2),
        DAEMON_WITHOUT_ENVIRONMENT("(env -i /usr/bin/setsid sleep $1 &); sleep $1", 2),
        ORPHAN_ELSEWHERE_WITHOUT_ENVIRONMENT("(cd / && env -i /bin/sleep $1 &); sleep $1", 2),
        ORPHAN_OF_ENDED_PROGRAM("setsid sleep $1 & setsid sleep $1 & exit 0", 2),
        IGNORES_TERM("trap '' TERM; sleep $1 & sleep $1 & wait; sleep $1", 2),
        CLOSES_OUTPUT("exec >&- 2>&-; sleep $1", 1),
        CROWD("for i in $(seq 200); do sleep $1 & done; wait", 200);

        private final String script;
        private final int processes;

        Shape(String script, int processes) {
            this.script = script;
            this.processes = processes;
        }
    }

    static Stream<Confinement> confinements() {
        Confinement best = Confinement.probe();
        return best.method() == Confinement.Method.PROCESS_SCAN ? Stream.of(best) : Stream.of(Confinement.scan(), best);
    }

    static Stream<Arguments> shapes() {
        return confinements()
                .flatMap(confinement -> Stream.of(Shape.values())
                        // In a namespace orphans end with the program.
                        .filter(shape -> confinement.method() == Confinement.Method.PROCESS_SCAN
                                || shape != Shape.ORPHAN_OF_ENDED_PROGRAM)
                        .map(shape -> Arguments.of(confinement, shape)));
    }

    private Child start(Confinement confinement, List<String> program) throws IOException {
        return new ChildLauncher(confinement, () -> true)
                .start(new Launch(program, Map.of("PATH", "/usr/bin:/bin"), folder, mark));
    }

    private String output(Confinement confinement, String... program) throws Exception {
        Child child = start(confinement, List.of(program));
        String text = new String(child.output().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(LONG)).isTrue();
        return text;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void stopShouldLeaveNothingWhenTreeIs(Confinement confinement, Shape shape) throws Exception {
        Child child = start(confinement, sleepers.shell(shape.script));
        sleepers.awaitCount(shape.processes);

        assertThat(child.stop(GRACE, () -> false)).isEmpty();

        assertThat(sleepers.alive()).isEmpty();
        assertThat(child.waitFor(LONG)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyProcessShouldBeHeldAndGoOnWhenTreeIs(Confinement confinement, Shape shape) throws Exception {
        Child child = start(confinement, sleepers.shell(shape.script));
        sleepers.awaitCount(shape.processes);

        assertThat(child.hold()).isEmpty();
        assertThat(sleepers.alive()).hasSize(shape.processes).allMatch(Sleepers::isHeld);

        child.release();
        Sleepers.await("all go on", () -> sleepers.alive().stream().noneMatch(Sleepers::isHeld));
        assertThat(sleepers.alive()).hasSize(shape.processes);
        assertThat(child.kill()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void stopShouldLeaveNothingOfWhatIsHeldWhenTreeIs(Confinement confinement, Shape shape) throws Exception {
        Child child = start(confinement, sleepers.shell(shape.script));
        sleepers.awaitCount(shape.processes);
        child.hold();

        assertThat(child.stop(GRACE, () -> false)).isEmpty();

        assertThat(sleepers.alive()).isEmpty();
        assertThat(child.waitFor(LONG)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void holdShouldHoldAProgramThatStartsOthersAllTheTime(Confinement confinement) throws Exception {
        Child child = start(confinement, sleepers.shell("echo ready; while :; do /bin/true; done"));
        assertThat(child.output().readNBytes(6)).asString().isEqualTo("ready\n");

        for (int round = 0; round < 25; round++) {
            assertThat(child.hold()).as("round %s", round).isEmpty();
            child.release();
        }

        assertThat(child.kill()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void askShouldReachAProgramThatIsHeld(Confinement confinement) throws Exception {
        Child child = start(
                confinement, sleepers.shell("trap 'echo asked; exit 3' TERM; echo ready; while :; do sleep 0.1; done"));
        assertThat(child.output().readNBytes(6)).asString().isEqualTo("ready\n");
        child.hold();

        child.ask();

        assertThat(child.output().readAllBytes()).asString().isEqualTo("asked\n");
        assertThat(child.waitFor(LONG)).isTrue();
        assertThat(child.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void releaseShouldLeaveStoppedWhatWasStoppedBefore(Confinement confinement) throws Exception {
        Child child = start(confinement, sleepers.shell("sleep $1 & sleep $1 & wait"));
        sleepers.awaitCount(2);
        String one = sleepers.alive().getFirst().toString();
        assertThat(new ProcessBuilder("kill", "-STOP", one).start().waitFor()).isZero();
        Sleepers.await(
                "one is stopped",
                () -> sleepers.alive().stream().filter(Sleepers::isHeld).count() == 1);
        child.hold();
        assertThat(sleepers.alive()).allMatch(Sleepers::isHeld);

        child.release();

        Sleepers.await(
                "the other goes on",
                () -> sleepers.alive().stream().filter(Sleepers::isHeld).count() == 1);
        assertThat(child.kill()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void killShouldFindADaemonThatHidesEverywhereWhenItWasSeenBefore(Confinement confinement) throws Exception {
        String daemon = "cd /; env -i setsid sh -c 'sleep $0; :' $1";
        Child child = start(confinement, sleepers.shell("(" + daemon + ") & sleep $1"));
        sleepers.awaitCount(2);
        child.sample();
        Sleepers.pids("sh\0-c\0" + daemon).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        Sleepers.pids("sh\0-c\0sleep $0; :\0" + sleepers.seconds())
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

        assertThat(child.kill()).isEmpty();

        assertThat(sleepers.alive()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void orphansShouldBeGoneWhenProgramEndedAndWasKilled(Confinement confinement) throws Exception {
        Child child = start(confinement, sleepers.shell("setsid sleep $1 & setsid sleep $1 & exit 5"));
        assertThat(child.waitFor(LONG)).isTrue();

        assertThat(child.kill()).isEmpty();

        assertThat(child.exitCode()).isEqualTo(5);
        assertThat(sleepers.alive()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void askShouldReachTheProgramAloneWhenItHasChildren(Confinement confinement) throws Exception {
        Child child = start(
                confinement, sleepers.shell("trap 'echo asked' TERM; echo ready; sleep 1 && echo finished; exit 3"));
        assertThat(child.output().readNBytes(6)).asString().isEqualTo("ready\n");

        child.ask();

        assertThat(child.output().readAllBytes()).asString().isEqualTo("asked\nfinished\n");
        assertThat(child.waitFor(LONG)).isTrue();
        assertThat(child.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void stopShouldReachTheProgramOnceWhenItTakesItsTime(Confinement confinement) throws Exception {
        Child child = start(
                confinement,
                sleepers.shell(
                        "trap 'count=$((count+1))' TERM; echo ready; while [ -z \"$count\" ]; do sleep 0.1; done;"
                                + " sleep 0.3; echo $count"));
        assertThat(child.output().readNBytes(6)).asString().isEqualTo("ready\n");

        assertThat(child.stop(LONG, () -> false)).isEmpty();

        assertThat(child.output().readAllBytes()).asString().isEqualTo("1\n");
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void askShouldNotBeLostWhenProgramWasJustStarted(Confinement confinement) throws Exception {
        Child child = start(confinement, List.of("/bin/sleep", sleepers.seconds()));

        child.ask();

        assertThat(child.waitFor(LONG)).isTrue();
        assertThat(child.exitCode()).isEqualTo(128 + 15);
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void exitCodeShouldNameTheSignalWhenProgramWasKilled(Confinement confinement) throws Exception {
        Child child = start(confinement, sleepers.shell("kill -KILL $$"));

        assertThat(child.waitFor(LONG)).isTrue();
        assertThat(child.exitCode()).isEqualTo(128 + 9);
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void argumentsShouldArriveUnchangedWhenTheyLookLikeShell(Confinement confinement) throws Exception {
        String nasty = "$(touch x); `id` \"'\\ * \n&& -n ä";

        assertThat(output(confinement, "/usr/bin/printf", "[%s]", nasty, "", "--"))
                .isEqualTo("[" + nasty + "][][--]");
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void environmentShouldHoldNothingOfTheServersWhenStarted(Confinement confinement) throws Exception {
        assertThat(output(confinement, "/usr/bin/env").lines())
                .containsExactlyInAnyOrder(
                        "PATH=/usr/bin:/bin",
                        "PWD=" + folder,
                        "JOB_RUN_MARK=" + mark.node().prefix() + "run-1:1");
    }

    @ParameterizedTest
    @MethodSource("confinements")
    void programShouldHaveEmptyInputAndPrivateFilesAndNoOtherDescriptorWhenStarted(Confinement confinement)
            throws Exception {
        assertThat(output(confinement, "/bin/sh", "-c", "cat; umask; pwd; ls /proc/$$/fd; :"))
                .isEqualTo("0077\n" + folder + "\n0\n1\n2\n");
    }

    @Test
    void startShouldBeRefusedWhenNobodyGuards() {
        ChildLauncher launcher = new ChildLauncher(Confinement.scan(), () -> false);

        assertThatThrownBy(() -> launcher.start(new Launch(List.of("/bin/true"), Map.of(), folder, mark)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("guard");
    }

    @Test
    void launchShouldBeRefusedWhenProgramCouldBeAWordOfTheShell() {
        assertThatThrownBy(() -> new Launch(List.of("exit"), Map.of(), folder, mark))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void killShouldNameSurvivorsWhenNewProcessesKeepComing() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread breeder = Thread.ofPlatform().start(() -> {
            while (!stopped.get()) {
                try {
                    start(Confinement.scan(), List.of("/bin/sleep", sleepers.seconds()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        ProcessTable table = new ProcessTable();
        ProcessTree tree =
                new ProcessTree(table, mark.node()::marks, Protection.ofThisProcess(table), Optional.empty());
        try {
            List<Survivor> survivors = new KillLadder(tree, Duration.ofMillis(100)).force(() -> false);

            // One that is met between its fork and its program, or while it ends, has only a name in brackets yet, or
            // the
            // beginning of its command line.
            assertThat(survivors)
                    .isNotEmpty()
                    .allSatisfy(survivor -> assertThat(survivor.command())
                            .matches(name -> name.contains(sleepers.seconds())
                                    || name.startsWith("[")
                                    || "/bin/sleep".startsWith(name)));
        } finally {
            stopped.set(true);
            breeder.join();
        }
        assertThat(new KillLadder(tree, LONG).force(() -> false)).isEmpty();
    }
}
