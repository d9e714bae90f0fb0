package org.jobplatform.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jobplatform.application.simulation.checker.Checker;
import org.jobplatform.application.simulation.checker.Checker.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cluster that lacks one protection is found out by the rules that it is there for, within a bounded number of lives. */
class MutantsTest {
    private static final int MOST_SEEDS = 2_000;

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(Mutants.FENCE_REMOVED, Set.of("C4", "C7")),
                Arguments.of(Mutants.VERSIONS_NOT_COMPARED, Set.of("C4", "C5", "C7")),
                Arguments.of(Mutants.OUTBOX_AFTER_COMMIT, Set.of("C9")),
                Arguments.of(Mutants.LEASE_NOT_CHECKED_AT_CLAIM, Set.of("C14")),
                Arguments.of(Mutants.REAPS_TOO_EARLY, Set.of("C6")),
                Arguments.of(Mutants.FENCES_NOT_ITSELF, Set.of("C6", "C12")),
                Arguments.of(Mutants.COUNT_BEFORE_ADD, Set.of("limits")),
                Arguments.of(Mutants.KEYS_FORGOTTEN, Set.of("C2")),
                Arguments.of(Mutants.ANSWER_BEFORE_COMMIT, Set.of("C1")));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void mutantShouldBreakTheRulesThatItsProtectionIsThereFor(Mutant mutant, Set<String> rules) {
        Set<String> broken = new TreeSet<>();
        SimulationThread.run(() -> {
            for (long seed = 0; seed < MOST_SEEDS && !broken.containsAll(rules); seed++) {
                Checker.check(Simulation.play(seed, mutant)).stream()
                        .map(Violation::rule)
                        .forEach(broken::add);
            }
        });

        assertThat(broken).containsAll(rules);
    }
}
