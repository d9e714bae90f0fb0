package org.jobplatform.benchmark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jobplatform.benchmark.micro.Micro;
import org.jobplatform.benchmark.server.Installation;
import org.jobplatform.benchmark.server.ScratchFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and what is left behind: a file with the table, and nothing else. */
@Command(
        name = "benchmark/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the real server process over HTTP, and what it is compared with on the same PostgreSQL.",
            "Prints one table; progress goes to standard error. JOB_PLATFORM_JAVA_OPTIONS reaches the servers."
        })
final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--databases", split = ",", defaultValue = "postgresql,h2", description = "postgresql, h2 (both)")
    private List<String> databases = List.of();

    @Option(
            names = "--histories",
            split = ",",
            defaultValue = "0",
            description = "runs in history, each on a database of its own, such as 0,1000000,10000000 (0)")
    private List<Long> histories = List.of();

    @Option(
            names = "--h2-most",
            defaultValue = "1000000",
            description = "longer histories are left out on H2 (${DEFAULT-VALUE})")
    private long h2Most;

    @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES} (all)")
    private Set<Measurement> only = EnumSet.allOf(Measurement.class);

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "64,128,256",
            description = "of the client; each is tried for the rates and the best is printed (${DEFAULT-VALUE})")
    private List<Integer> connections = List.of();

    @Option(names = "--workers", defaultValue = "256", description = "of the server (${DEFAULT-VALUE})")
    private int workers;

    @Option(names = "--queue", defaultValue = "20000", description = "runs to drain (${DEFAULT-VALUE})")
    private int queue;

    @Option(names = "--seconds", defaultValue = "10", description = "of each measurement (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "90", description = "seconds for each server (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--latency-seconds",
            defaultValue = "20",
            description = "of each load at an even rate (${DEFAULT-VALUE})")
    private int latencySeconds;

    @Option(names = "--rate", defaultValue = "20", description = "starts/s of the slow load (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher = Path.of("");

    @Option(
            names = "--distribution",
            required = true,
            paramLabel = "DIR",
            description = "a folder with lib/*.jar to measure (that of this checkout)")
    private Path distribution = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where the table goes too")
    private Path output = Path.of("");

    @Option(names = "--folder", description = "where databases and servers keep their data (the temporary folder)")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--jmh", description = "measures hot paths by themselves with JMH instead")
    private boolean jmh;

    @Override
    public Integer call() throws IOException, SQLException {
        if (jmh) {
            return Micro.run();
        }
        CommandLine command = requireNonNull(spec, "given by picocli").commandLine();
        // Before all measurements, and not after them.
        requireFolder(command, "--folder", folder);
        requireFolder(command, "--output", output.toAbsolutePath().getParent());
        try (ScratchFolder scratch = ScratchFolder.in(folder, "job-platform-benchmark")) {
            String text = new Benchmark(plan(), scratch.path(), new Table(System.err)).run();
            Files.writeString(output, text);
            command.getOut().print(text);
            command.getOut().flush();
            return 0;
        }
    }

    private static void requireFolder(CommandLine command, String option, @Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(command, option + ": there is no folder " + folder);
        }
    }

    private Plan plan() {
        return new Plan(
                new Installation(launcher, distribution.toAbsolutePath()),
                databases,
                histories,
                h2Most,
                only,
                connections,
                workers,
                queue,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(latencySeconds),
                rate);
    }
}
