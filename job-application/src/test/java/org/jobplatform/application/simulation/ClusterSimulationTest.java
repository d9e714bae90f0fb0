package org.jobplatform.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jobplatform.application.simulation.checker.Checker;
import org.jobplatform.application.simulation.checker.ClusterHistory;
import org.junit.jupiter.api.Test;

/**
 * Many lives of a cluster, each decided by a seed. {@code -Dsimulation.seeds} says how many, {@code -Dsimulation.from} where
 * to begin: one seed from there plays one life again.
 */
class ClusterSimulationTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 10_000);
    private static final long FROM = Long.getLong("simulation.from", 0);

    @Test
    void everyRuleShouldHoldInEveryLife() {
        SimulationThread.run(() -> {
            for (long seed = FROM; seed < FROM + SEEDS; seed++) {
                play(seed);
            }
        });
    }

    @Test
    void lifeShouldBeTheSameWheneverItIsPlayed() {
        SimulationThread.run(() -> {
            for (long seed = FROM; seed < FROM + 20; seed++) {
                boolean same = Simulation.play(seed, Mutant.NONE).equals(Simulation.play(seed, Mutant.NONE));
                assertThat(same).as("seed %s is played the same again", seed).isTrue();
            }
        });
    }

    private static void play(long seed) {
        ClusterHistory history;
        try {
            history = Simulation.play(seed, Mutant.NONE);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + " broke; " + SeedReport.command(seed), broken);
        }
        if (!Checker.check(history).isEmpty()) {
            throw new AssertionError(SeedReport.of(seed, history));
        }
    }
}
