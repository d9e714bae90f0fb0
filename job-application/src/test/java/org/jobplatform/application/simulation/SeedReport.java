package org.jobplatform.application.simulation;

import java.util.stream.Collectors;
import org.jobplatform.application.simulation.checker.Checker;
import org.jobplatform.application.simulation.checker.ClusterHistory;

/** What to know of a life in which a rule is broken: which one, what went wrong before, and how to play it again. */
final class SeedReport {
    private SeedReport() {}

    static String of(long seed, ClusterHistory history) {
        return "seed " + seed + " breaks\n"
                + Checker.check(history).stream()
                        .map(violation -> "  " + violation + "\n")
                        .collect(Collectors.joining())
                + "after these faults\n"
                + history.faults().stream().map(fault -> "  " + fault + "\n").collect(Collectors.joining())
                + "and plays again by\n  " + command(seed);
    }

    /** Plays one life. */
    static String command(long seed) {
        return "./mvnw -pl job-application -am test -Dtest=ClusterSimulationTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seeds=1 -Dsimulation.from=" + seed;
    }
}
