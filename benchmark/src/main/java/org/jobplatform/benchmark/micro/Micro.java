package org.jobplatform.benchmark.micro;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package. */
public final class Micro {
    private Micro() {}

    /** Prints JMH's own table; returns the exit code. */
    public static int run() {
        try {
            new Runner(new OptionsBuilder()
                            .include(Micro.class.getPackageName() + "\\..*")
                            .forks(1)
                            .shouldFailOnError(true)
                            .build())
                    .run();
            return 0;
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
