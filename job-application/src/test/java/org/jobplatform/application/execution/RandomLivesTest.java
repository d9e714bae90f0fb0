package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many lives of one and two nodes, each decided by a seed, in a world in which everything may go wrong. */
class RandomLivesTest {
    private static final int SEEDS = 250;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyRunShouldEndOnceAndBeToldOfOnceWhateverHappens(int nodes) {
        int accepted = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                accepted += new RandomLives(seed, nodes).play();
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + seed + " with " + nodes + " nodes: " + failed.getMessage(), failed);
            }
        }
        assertThat(accepted).isGreaterThan(SEEDS * 5);
    }
}
