package org.jobplatform.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jobplatform.application.simulation.checker.Answer;
import org.jobplatform.application.simulation.checker.ClusterHistory;
import org.jobplatform.application.simulation.checker.Commit;
import org.jobplatform.application.simulation.checker.Fault;
import org.jobplatform.application.simulation.checker.Receipt;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is to happen in simulated lives does happen: none of it is there in name only. */
class SimulationCoverageTest {
    private static final int SEEDS = 500;

    private static final Set<Fault.Kind> FAULTS = EnumSet.noneOf(Fault.Kind.class);
    private static final Set<String> EDGES = new TreeSet<>();
    private static final Set<Answer> START_ANSWERS = EnumSet.noneOf(Answer.class);
    private static final Set<StopMode> STOPS = EnumSet.noneOf(StopMode.class);
    private static final Set<Delivery.Status> DELIVERIES = EnumSet.noneOf(Delivery.Status.class);
    private static int calm;
    private static int runs;
    private static int deaf;
    private static int readings;
    private static int redelivered;
    private static int unheard;
    private static int longestChain;

    @BeforeAll
    static void play() {
        SimulationThread.run(() -> {
            for (long seed = 0; seed < SEEDS; seed++) {
                count(Simulation.play(seed, Mutant.NONE));
            }
        });
    }

    private static void count(ClusterHistory history) {
        history.faults().forEach(fault -> FAULTS.add(fault.kind()));
        history.commits().values().forEach(SimulationCoverageTest::count);
        history.starts().forEach(start -> START_ANSWERS.add(start.answer()));
        history.stops().stream().filter(stop -> stop.answer() == Answer.OK).forEach(stop -> STOPS.add(stop.mode()));
        history.deliveries().forEach(commit -> DELIVERIES.add(commit.delivery().status()));
        calm += history.faults().stream().allMatch(fault -> fault.kind() == Fault.Kind.SLEEP) ? 1 : 0;
        runs += history.commits().size();
        deaf += history.deaf().size();
        readings += history.readings().size();
        redelivered += (int) history.deliveries().stream()
                .filter(commit -> commit.delivery().number() > 1)
                .count();
        unheard += (int) history.receipts().stream()
                .filter(Receipt::confirmed)
                .filter(receipt -> receipt.delivery().attempts() > 0)
                .count();
    }

    private static void count(List<Commit> commits) {
        Run first = commits.getFirst().run();
        if (first.isEnded()) {
            // It has failed in the same change by which it came into being.
            EDGES.add(RunStatus.QUEUED + " to " + first.status());
        }
        longestChain = Math.max(
                longestChain, first.request().origin().map(Origin::position).orElse(0));
        for (int i = 1; i < commits.size(); i++) {
            RunStatus from = commits.get(i - 1).run().status();
            RunStatus to = commits.get(i).run().status();
            if (from != to) {
                EDGES.add(from + " to " + to);
            }
        }
    }

    @Test
    void everyFaultShouldBefallSomebody() {
        assertThat(FAULTS).containsExactlyInAnyOrder(Fault.Kind.values());
        assertThat(calm).isGreaterThan(SEEDS / 20).isLessThan(SEEDS / 2);
    }

    @Test
    void everyTransitionOfTheTableShouldBeMade() {
        Set<String> table = new TreeSet<>();
        for (RunStatus from : RunStatus.values()) {
            from.successors().forEach(to -> table.add(from + " to " + to));
        }
        assertThat(EDGES).isEqualTo(table);
    }

    @Test
    void clientsShouldAskForEverythingAndGetEveryAnswer() {
        assertThat(runs).isGreaterThan(5 * SEEDS);
        assertThat(START_ANSWERS).containsExactlyInAnyOrder(Answer.values());
        assertThat(STOPS).containsExactlyInAnyOrder(StopMode.values());
        assertThat(readings).isGreaterThan(SEEDS);
        assertThat(redelivered).isPositive();
        assertThat(longestChain).isEqualTo(4);
    }

    @Test
    void receiversAndRunnersShouldMisbehave() {
        assertThat(DELIVERIES).containsExactlyInAnyOrder(Delivery.Status.values());
        assertThat(unheard).isPositive();
        assertThat(deaf).isPositive();
    }
}
