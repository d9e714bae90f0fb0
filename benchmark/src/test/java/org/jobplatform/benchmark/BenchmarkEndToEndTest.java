package org.jobplatform.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.benchmark.measure.CompletedRuns;
import org.jobplatform.benchmark.measure.MeasurementFailed;
import org.jobplatform.benchmark.measure.ServerUnderTest;
import org.jobplatform.benchmark.server.H2Database;
import org.jobplatform.benchmark.server.Installation;
import org.jobplatform.benchmark.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole program on the server that the build has just made, with numbers too small to mean anything. */
class BenchmarkEndToEndTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Installation BUILT =
            new Installation(ROOT.resolve("job-platform"), ROOT.resolve("bootstrap/target/distribution"));

    @TempDir
    private Path folder;

    @Test
    void programShouldPrintATableWithEveryMeasurement() throws Exception {
        Path output = folder.resolve("table.md");
        StringWriter printed = new StringWriter();

        int code = Main.command(new PrintWriter(printed)).execute(arguments(output));

        assertThat(code).isZero();
        assertThat(printed.toString())
                .isEqualTo(Files.readString(output))
                .contains("| H2, 1,000 runs in history |")
                .contains("| " + Rows.COMPLETED + " | ")
                .contains("| " + Rows.CALLBACKS + " | ")
                .contains("| " + Rows.DRAIN + " | ")
                .contains("| " + Rows.STARTS + " | ")
                .contains("| sent to the run's endedAt at 20 starts/s, p50 / p95 / p99 | ")
                .contains("| GET job, p50 / p99 | ");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(output);
        }
    }

    @Test
    void programShouldMeasureNothingWhenItsTableHasNoPlaceToGo() {
        StringWriter complaint = new StringWriter();
        CommandLine command = Main.command(new PrintWriter(new StringWriter())).setErr(new PrintWriter(complaint));

        int code = command.execute(arguments(folder.resolve("none").resolve("table.md")));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaint.toString()).contains("--output: there is no folder " + folder.resolve("none"));
    }

    @Test
    void measurementShouldFailWhenRunsDoNotComplete() {
        H2Database database = new H2Database(folder);
        ServerProcess process = ServerProcess.start(BUILT, folder, database.settings(), 4);
        try (ServerUnderTest server = new ServerUnderTest(process, database.runs(process.address()))) {
            assertThatExceptionOfType(MeasurementFailed.class)
                    .isThrownBy(() -> CompletedRuns.measure(
                            server,
                            "\"runner\":\"command\",\"command\":{\"argv\":[\"/bin/false\"]}",
                            Duration.ofMillis(100),
                            2))
                    .withMessageContaining("FAILED");
        }
    }

    private String[] arguments(Path output) {
        List<String> arguments = new ArrayList<>(List.of("--databases", "h2", "--histories", "1000"));
        arguments.addAll(List.of("--seconds", "1", "--warm-up", "1", "--latency-seconds", "1"));
        arguments.addAll(List.of("--connections", "4", "--workers", "4", "--queue", "20"));
        arguments.addAll(List.of("--launcher", BUILT.launcher().toString()));
        arguments.addAll(List.of("--distribution", BUILT.distribution().toString()));
        arguments.addAll(List.of("--output", output.toString(), "--folder", folder.toString()));
        return arguments.toArray(String[]::new);
    }
}
