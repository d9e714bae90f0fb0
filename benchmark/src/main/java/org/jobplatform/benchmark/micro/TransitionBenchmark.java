package org.jobplatform.benchmark.micro;

import java.util.concurrent.TimeUnit;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The life of a run as a value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransitionBenchmark {
    private final Run accepted = MicroRuns.accepted();

    /** From accepted through claimed and begun to completed. */
    @Benchmark
    public Run life() {
        return accepted.claim(MicroRuns.NODE, MicroRuns.NOW)
                .begin(MicroRuns.NOW)
                .end(new RunOutcome.Completed(), MicroRuns.NOW);
    }
}
