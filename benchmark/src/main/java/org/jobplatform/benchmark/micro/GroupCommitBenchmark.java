package org.jobplatform.benchmark.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.persistence.Database;
import org.jobplatform.persistence.DatabaseSettings;
import org.jobplatform.persistence.Durability;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Group commit on an embedded database, seen from 32 callers at once: one addition and one finish of a run each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Threads(32)
public class GroupCommitBenchmark {
    private Path folder = Path.of("");
    private Job job = MicroRuns.job();

    @SuppressWarnings("NullAway.Init") // by open()
    private Database database;

    @SuppressWarnings("NullAway.Init") // by open()
    private RunStore runs;

    /** Opens a new database with one job. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("job-platform-micro");
        database = Database.open(new DatabaseSettings(
                "jdbc:h2:" + folder.resolve("runs"), "micro", "micro-password", 4, Durability.PROCESS));
        job = database.jobs().save(MicroRuns.job());
        database.leases().join(MicroRuns.NODE, Duration.ofDays(1));
        runs = database.runs();
    }

    /** Removes it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        database.close();
        List<Path> left;
        try (var files = Files.walk(folder)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    /** Both durable. */
    @Benchmark
    public Run addAndFinish() {
        NewRun start = new NewRun(
                RunId.of(UUID.randomUUID()),
                false,
                job,
                MicroRuns.REQUEST,
                MicroRuns.NOW,
                "fingerprint",
                Optional.empty(),
                false,
                Optional.of(MicroRuns.NODE));
        if (!(runs.add(start) instanceof AddResult.Added added)) {
            throw new IllegalStateException("a random id was there before");
        }
        return runs.finish(
                added.run().begin(MicroRuns.NOW).end(new RunOutcome.Completed(), MicroRuns.NOW), Optional.empty());
    }
}
