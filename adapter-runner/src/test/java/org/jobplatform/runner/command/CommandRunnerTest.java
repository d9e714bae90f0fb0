package org.jobplatform.runner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.runner.command.process.ChildLauncher;
import org.jobplatform.runner.command.process.Confinement;
import org.jobplatform.runner.command.process.NodeMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {

    private final NodeMark node = new NodeMark("node", UUID.randomUUID().toString());

    @TempDir
    private Path temporary;

    private CommandRunner runner(Confinement confinement, long logLimit) {
        return new CommandRunner(
                node,
                new ChildLauncher(confinement, () -> true),
                temporary.resolve("work"),
                List.of(),
                Map.of("PATH", "/usr/bin:/bin", "SECRET", "x"),
                logLimit);
    }

    private CommandRunner runner() {
        return runner(Confinement.probe(), CommandLog.LIMIT);
    }

    private static Map<String, Object> script(String text) {
        return Map.of("argv", List.of("/bin/sh", "-c", text, "sh"));
    }

    private static ScriptedContext context(String script) {
        return new ScriptedContext(script(script), Map.of());
    }

    private RunOutcome run(ScriptedContext context) throws InterruptedException {
        return runner().run(context);
    }

    private CompletableFuture<RunOutcome> start(ScriptedContext context) {
        CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(runner().run(context));
            } catch (InterruptedException | RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time to wait").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void awaitLine(ScriptedContext context, String line) {
        await(() -> context.log().contains(line));
    }

    @Test
    void runShouldCompleteWhenExitCodeIsZero() throws Exception {
        assertThat(run(context("exit 0"))).isEqualTo(new RunOutcome.Completed());
    }

    @Test
    void runShouldFailWithExitCodeAndLastErrorLineWhenExitCodeIsNot() throws Exception {
        assertThat(run(context("echo first >&2; echo no such table >&2; echo >&2; echo later; exit 3")))
                .isEqualTo(new RunOutcome.Failed("exit code 3: no such table"));
    }

    @Test
    void runShouldNameTheSignalWhenOneEndedTheProgram() throws Exception {
        assertThat(run(context("kill -SEGV $$"))).isEqualTo(new RunOutcome.Failed("exit code 139 (signal 11)"));
    }

    @Test
    void outputShouldBeLoggedBySeverityWhenItIsOrdinary() throws Exception {
        ScriptedContext context = context("printf 'one\\r\\ntwo'; echo three >&2; printf 'a\\377b\\0c\\n' >&2");

        run(context);

        assertThat(context.log())
                .containsExactlyInAnyOrder("INFO one", "INFO two", "WARNING three", "WARNING a\uFFFDb\uFFFDc");
    }

    @Test
    void reportsShouldBeFollowedAndTakenOutWhenTheyAreWellFormed() throws Exception {
        ScriptedContext context = context("echo '::progress 40 half way'; echo '::progress 50';"
                + " echo '::rows inserts=5 errors=1'; echo '::rows updates=2'; echo '::log debug details';"
                + " echo '::log error bad'; echo '::log loud x'; echo '::rows inserts=x'; echo '::progress ?'");

        RunOutcome outcome = run(context);

        assertThat(context.progress()).containsExactly("40 half way", "50");
        assertThat(context.rows()).isEqualTo(new RowCounters(8, 5, 2, 0, 1, 0, 0));
        assertThat(context.log())
                .containsExactly(
                        "DEBUG details",
                        "ERROR bad",
                        "INFO ::log loud x",
                        "INFO ::rows inserts=x",
                        "INFO ::progress ?");
        assertThat(outcome).isEqualTo(new RunOutcome.CompletedWithErrors("1 row had errors"));
    }

    @Test
    void environmentShouldTellOfTheRunWhenStarted() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/usr/bin/env"), "environment", Map.of("MODE", "full")), Map.of("region", "eu"));

        run(context);

        String folder =
                temporary.resolve("work/" + context.run().id() + "-1/work").toString();
        assertThat(context.log())
                .containsExactlyInAnyOrder(
                        "INFO HOME=" + folder,
                        "INFO JOB_ARGUMENT=an argument",
                        "INFO JOB_ATTEMPT=1",
                        "INFO JOB_LOGGING_LEVEL=3",
                        "INFO JOB_PARAM_REGION=eu",
                        "INFO JOB_PARAM_region=eu",
                        "INFO JOB_ROWS_BEGIN=3",
                        "INFO JOB_ROWS_END=9",
                        "INFO JOB_RUN_ID=" + context.run().id(),
                        "INFO JOB_RUN_MARK=node/" + node.boot() + ":"
                                + context.run().id() + ":1",
                        "INFO JOB_RUN_NUMBER=17",
                        "INFO JOB_THREADS=4",
                        "INFO LANG=C.UTF-8",
                        "INFO MODE=full",
                        "INFO PATH=/usr/bin:/bin",
                        "INFO PWD=" + folder,
                        "INFO TZ=UTC");
    }

    @Test
    void parameterShouldStayInItsArgumentWhenItLooksLikeShell() throws Exception {
        String nasty = "a b; touch x `id` $(id) \"'\n*";
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/usr/bin/printf", "[%s]", "to ${region}", "$${region}")),
                Map.of("region", nasty));

        run(context);

        assertThat(String.join("\n", context.log()))
                .isEqualTo("INFO [to a b; touch x `id` $(id) \"'\nINFO *][${region}]");
    }

    @Test
    void parameterShouldNotBeParsedWhenItStandsInTheTextOfAShell() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/bin/sh", "-ec", "echo \"${region}\" ${JOB_THREADS}")),
                Map.of("region", "$(echo hacked)\"; echo hacked"));

        run(context);

        assertThat(context.log()).containsExactly("INFO $(echo hacked)\"; echo hacked 4");
    }

    @Test
    void runShouldFailWhenAParameterIsMissing() throws Exception {
        ScriptedContext context =
                new ScriptedContext(Map.of("argv", List.of("/bin/echo", "${missing}")), Map.of("region", "eu"));

        assertThat(run(context))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("argv[1]", "'missing'"));
    }

    @Test
    void runShouldFailWhenAValueWouldBecomeAnOption() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/bin/echo", "-n", "${name}", "--", "x")), Map.of("name", "-rf"));

        assertThat(run(context))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("argv[2]", "option"));
        assertThat(context.log()).isEmpty();
    }

    @Test
    void valueMayBeginWithHyphenWhenItStandsAfterTwoOfThemOrInsideAnArgument() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/bin/echo", "--name=${name}", "--", "${name}")), Map.of("name", "-rf"));

        run(context);

        assertThat(context.log()).containsExactly("INFO --name=-rf -- -rf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/program", "/tmp"})
    void runShouldFailWhenProgramCannotBeRun(String program) throws Exception {
        assertThat(run(new ScriptedContext(Map.of("argv", List.of(program)), Map.of())))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains(program));
    }

    @Test
    void runShouldFailWhenArgumentsAreTooLongForTheSystem() throws Exception {
        assertThat(run(new ScriptedContext(
                        Map.of("argv", List.of("/bin/echo", "${a}${a}${a}")), Map.of("a", "x".repeat(60_000)))))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("too long"));
    }

    @Test
    void contentShouldBeKeptWhenItIsAFile() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of(
                        "argv",
                        List.of("/bin/sh", "-c", "mkdir out; printf '{}' > out/report.json"),
                        "content",
                        Map.of("file", "out/report.json", "mediaType", "application/json")),
                Map.of());

        assertThat(run(context)).isEqualTo(new RunOutcome.Completed());
        assertThat(context.content()).contains("application/json report.json {}");
    }

    @Test
    void contentShouldBeStandardOutputToTheByteWhenSaidSo() throws Exception {
        String big = "x".repeat(3 * LineCutter.LIMIT);
        ScriptedContext context = new ScriptedContext(
                Map.of(
                        "argv",
                        List.of("/usr/bin/printf", "a\\377\\r\\n\\n::progress 7\\n" + big + "\\nlast"),
                        "content",
                        Map.of("stdout", true, "mediaType", "text/csv", "fileName", "rows.csv")),
                Map.of());

        run(context);

        assertThat(context.content()).contains("text/csv rows.csv a\u00ff\r\n\n" + big + "\nlast");
        assertThat(context.progress()).containsExactly("7");
        assertThat(context.log()).isEmpty();
    }

    @Test
    void absenceShouldBeToldWhenThereIsNoContentFile() throws Exception {
        ScriptedContext context = new ScriptedContext(
                Map.of("argv", List.of("/bin/mkfifo", "pipe"), "content", Map.of("file", "pipe")), Map.of());

        assertThat(run(context)).isEqualTo(new RunOutcome.Completed());
        assertThat(context.content()).isEmpty();
        assertThat(context.log()).containsExactly("WARNING the command left no file pipe, so there is no content");
    }

    @Test
    void folderShouldBePrivateAndGoneWhenRunHasEnded() throws Exception {
        ScriptedContext context = context("stat -c %a .; mkdir -p a/b; touch a/b/c; chmod 0 a; ln -s / root");

        run(context);

        assertThat(context.log()).containsExactly("INFO 700");
        assertThat(temporary.resolve("work")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("work"))))
                .isEqualTo("rwx------");
    }

    @Test
    void logShouldEndWithOneNoticeWhenItIsFull() throws Exception {
        ScriptedContext context = context("for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done; echo '::progress 9'");

        runner(Confinement.probe(), 21).run(context);

        assertThat(context.log())
                .containsExactly(
                        "INFO line 1",
                        "INFO line 2",
                        "INFO line 3",
                        "WARNING the output is longer than 21 bytes; the rest is not kept");
        assertThat(context.progress()).containsExactly("9");
    }

    @Test
    void lineShouldBeCutWhenItIsEndless() throws Exception {
        ScriptedContext context = context("head -c 20000000 /dev/zero | tr '\\0' y");

        run(context);

        assertThat(context.log())
                .singleElement()
                .isEqualTo("INFO " + "y".repeat(LineCutter.LIMIT) + " [line cut after " + LineCutter.LIMIT + " bytes]");
    }

    @Test
    void logShouldNotCountWhatIsNotKeptWhenLevelIsLow() throws Exception {
        ScriptedContext context = new ScriptedContext(script("seq 1000; echo oops >&2"), Map.of(), LoggingLevel.LOW);

        runner(Confinement.probe(), 10).run(context);

        assertThat(context.log()).containsExactly("WARNING oops");
    }

    @Test
    void runShouldGoOnWhenProgramClosesItsOutputEarly() throws Exception {
        assertThat(run(context("exec >&- 2>&-; sleep 0.2; exit 4"))).isEqualTo(new RunOutcome.Failed("exit code 4"));
    }

    @Test
    void runShouldEndWhenAnOrphanHoldsTheOutput() throws Exception {
        for (Confinement confinement : List.of(Confinement.probe(), Confinement.scan())) {
            ScriptedContext context = context("setsid sleep 300 & echo bye");

            assertThat(runner(confinement, CommandLog.LIMIT).run(context)).isEqualTo(new RunOutcome.Completed());
            assertThat(context.log()).containsExactly("INFO bye");
        }
    }

    @ParameterizedTest
    @EnumSource(StopMode.class)
    void runShouldBeStoppedWhenAskedTo(StopMode mode) throws Exception {
        ScriptedContext context = context("echo '::progress 30 customers'; echo ready; sleep 300");
        CompletableFuture<RunOutcome> outcome = start(context);
        awaitLine(context, "INFO ready");

        context.stop(mode);

        assertThat(outcome.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        RunOutcome.Stopped.class,
                        stopped -> assertThat(stopped.message()).contains("at 30 % (customers)"));
    }

    @Test
    void commandShouldFinishItsRowWhenStoppedCleanly() throws Exception {
        ScriptedContext context = context("trap 'stop=1' TERM; n=0; while [ -z \"$stop\" ]; do echo begin; sleep 0.2;"
                + " n=$((n+1)); echo end; echo ::rows inserts=$n; done; echo saved; exit 0");
        CompletableFuture<RunOutcome> outcome = start(context);
        awaitLine(context, "INFO begin");

        context.stop(StopMode.CLEAN);

        RunOutcome stopped = outcome.get(30, TimeUnit.SECONDS);
        long rows = context.rows().inserts();
        assertThat(stopped)
                .isEqualTo(
                        new RunOutcome.Stopped("the command was asked to end and did, exit code 0, " + rows + " rows"));
        assertThat(context.log().stream().filter("INFO begin"::equals).count()).isEqualTo(rows);
        assertThat(context.log()).endsWith("INFO end", "INFO saved");
    }

    @Test
    void stopShouldBecomeStrongerWhenCleanStopIsNotFollowed() throws Exception {
        ScriptedContext context = context("trap '' TERM; echo ready; sleep 300; sleep 300");
        CompletableFuture<RunOutcome> outcome = start(context);
        awaitLine(context, "INFO ready");

        context.stop(StopMode.CLEAN);
        context.stop(StopMode.KILL);

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new RunOutcome.Stopped("the command was killed"));
    }

    @Test
    void killShouldCutTheGraceShortWhenStopNowIsUnderWay() throws Exception {
        ScriptedContext context = context("trap 'echo asked' TERM; echo ready; while :; do sleep 0.1; done");
        CompletableFuture<RunOutcome> outcome = start(context);
        awaitLine(context, "INFO ready");
        context.stop(StopMode.NOW);
        awaitLine(context, "INFO asked");
        long asked = System.nanoTime();

        context.stop(StopMode.KILL);

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(RunOutcome.Stopped.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void runShouldNotBeginWhenStopWasThereBefore() throws Exception {
        ScriptedContext context = context("echo begun");
        context.stop(StopMode.CLEAN);

        assertThat(run(context)).isInstanceOf(RunOutcome.Stopped.class);
        assertThat(context.log()).isEmpty();
    }

    @Test
    void processesShouldBeGoneWhenTheThreadIsGivenUp() throws Exception {
        ScriptedContext context = context("echo $$; exec sleep 300");
        CommandRunner runner = runner(Confinement.scan(), CommandLog.LIMIT);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                runner.run(context);
            } catch (InterruptedException e) {
                thrown.complete(e);
            }
        });
        await(() -> context.log().size() == 1);
        long pid = Long.parseLong(context.log().getFirst().substring("INFO ".length()));

        thread.interrupt();

        assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void runShouldFailWhenNobodyGuards() throws Exception {
        CommandRunner unguarded = new CommandRunner(
                node,
                new ChildLauncher(Confinement.scan(), () -> false),
                temporary.resolve("work"),
                List.of(),
                Map.of());

        assertThat(unguarded.run(context("exit 0")))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("guard"));
    }

    @Test
    void workFolderShouldBeEmptyWhenCleared() throws Exception {
        Path left = Files.createDirectories(temporary.resolve("work/run-1/work"));
        Files.writeString(left.resolve("file"), "x");

        runner().clearWorkFolder();

        try (Stream<Path> files = Files.list(temporary.resolve("work"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void outputShouldBeReadToItsEndWhenKeepingItFails() throws Exception {
        LineCutter.Sink broken = piece -> {
            throw new IOException("disk full");
        };
        byte[] bytes = "line\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        ByteArrayInputStream input = new ByteArrayInputStream(bytes);

        OutputPump pump = OutputPump.start("pump", input, broken);

        assertThat(pump.finish(Duration.ofSeconds(30))).isTrue();
        assertThat(input.available()).isZero();
        assertThatThrownBy(() -> {
                    throw pump.failure().orElseThrow();
                })
                .hasMessage("disk full");
    }

    @Test
    void logShouldTellOfTheHoldAndOfWhatFollowsIt() throws Exception {
        ScriptedContext context = context("echo begun; while [ ! -e go ]; do sleep 0.05; done; echo done");
        CompletableFuture<RunOutcome> outcome = start(context);
        awaitLine(context, "INFO begun");

        context.hold(true);
        awaitLine(context, "INFO the command is held");
        context.hold(false);
        awaitLine(context, "INFO the command goes on");
        context.stop(StopMode.NOW);

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(RunOutcome.Stopped.class);
    }
}
