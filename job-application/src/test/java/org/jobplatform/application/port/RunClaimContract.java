package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;
import static org.jobplatform.application.port.RunExamples.OTHER_NODE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.domain.job.Concurrency.WhenFull;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** The part of {@link RunStoreContract} that is about {@link RunStore#claim}. */
public interface RunClaimContract extends StoredRuns {

    @Test
    default void claimShouldMakeTheRunTheNodesOwn() {
        Run waiting = waiting(kept("job"), "run");

        List<Run> claimed = runs().claim(NODE, 1, NOW.plusSeconds(5));

        assertThat(claimed).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo(waiting.id());
            assertThat(run.status()).isEqualTo(RunStatus.STARTING);
            assertThat(run.owner()).contains(NODE);
            assertThat(run.attempt()).isEqualTo(1);
            assertThat(run.startedAt()).contains(NOW.plusSeconds(5));
            assertThat(run.version()).isGreaterThan(waiting.version());
            assertThat(stored(run.id())).isEqualTo(run);
        });
    }

    @Test
    default void claimShouldGiveNothingToANodeWhoseLeaseWasTakenAway() {
        Run waiting = waiting(kept("job"), "run");
        leases().leave(NODE);

        assertThat(runs().claim(NODE, 1, NOW.plusSeconds(5))).isEmpty();
        assertThat(stored(waiting.id())).isEqualTo(waiting);
        assertThat(runs().claim(OTHER_NODE, 1, NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    default void claimShouldCountAttemptsWhenARunIsTriedAgain() {
        Run again = claimed(kept("job"), "run").retry(NOW.plusSeconds(1), NOW.plusSeconds(1));
        runs().update(again);

        Run claimed = runs().claim(OTHER_NODE, 1, NOW.plusSeconds(1)).getFirst();

        assertThat(claimed.attempt()).isEqualTo(2);
        assertThat(claimed.startedAt()).contains(NOW);
        assertThat(claimed.owner()).contains(OTHER_NODE);
    }

    @Test
    default void claimShouldGoByPriorityThenAge() {
        Job job = kept("job");
        for (int i = 0; i < 3; i++) {
            added(StartExample.of(job, "ordinary-" + i).at(NOW.minusSeconds(i)));
        }
        added(StartExample.of(job, "urgent").withRequest(RunExamples.request(50, Dialect.NATIVE)));
        added(StartExample.of(job, "unloved")
                .withRequest(RunExamples.request(-50, Dialect.NATIVE))
                .at(NOW.minusSeconds(60)));

        List<Run> claimed = runs().claim(NODE, 10, NOW);

        assertThat(claimed)
                .extracting(run -> run.id().value())
                .containsExactly("urgent", "ordinary-2", "ordinary-1", "ordinary-0", "unloved");
    }

    @Test
    default void claimShouldTakeNoMoreThanItsLimit() {
        Job job = kept("job");
        for (int i = 0; i < 3; i++) {
            added(StartExample.of(job, "run-" + i).at(NOW.plusSeconds(i)));
        }

        assertThat(runs().claim(NODE, 2, NOW.plusSeconds(9)))
                .extracting(run -> run.id().value())
                .containsExactly("run-0", "run-1");
        assertThat(stored(new RunId("run-2")).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    default void claimShouldLeaveARunWhenItsTimeHasNotCome() {
        runs().update(claimed(kept("job"), "run").retry(NOW, NOW.plusSeconds(30)));

        assertThat(runs().claim(NODE, 1, NOW.plusSeconds(29))).isEmpty();
        assertThat(runs().claim(NODE, 1, NOW.plusSeconds(30))).hasSize(1);
    }

    @Test
    default void claimShouldLeaveRunsThatAreCarriedOutOrHaveEnded() {
        Job job = kept("job");
        claimed(job, "starting");
        running(job, "running");
        completed(claimed(job, "ended"));
        runs().finish(waiting(job, "stopped").stop(RunExamples.stop(StopMode.NOW, NOW)), Optional.empty());

        assertThat(runs().claim(OTHER_NODE, 10, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    default void claimShouldFillNoMoreThanTheFreeSlotsOfAJob() {
        Job job = jobs().save(JobExamples.limited("job", 2, WhenFull.QUEUE));
        for (int i = 0; i < 5; i++) {
            waiting(job, "run-" + i);
        }

        assertThat(runs().claim(NODE, 10, NOW)).hasSize(2);
        assertThat(runs().claim(OTHER_NODE, 10, NOW)).isEmpty();
    }

    @Test
    default void claimShouldPassOverAFullJobWhenOthersWaitBehindIt() {
        Job full = jobs().save(JobExamples.limited("full", 1, WhenFull.QUEUE));
        claimed(full, "at-work");
        for (int i = 0; i < 20; i++) {
            waiting(full, "full-" + i);
        }
        added(StartExample.of(kept("free"), "behind").at(NOW.plusSeconds(1)));

        assertThat(runs().claim(NODE, 1, NOW.plusSeconds(1)))
                .extracting(run -> run.id().value())
                .containsExactly("behind");
    }

    @Test
    default void claimShouldGiveEveryJobItsShareWhenOneFloods() {
        Job flood = kept("flood");
        for (int i = 0; i < 50; i++) {
            waiting(flood, "flood-" + i);
        }
        Run late = added(StartExample.of(kept("late"), "late").at(NOW.plusSeconds(1)));
        Run later = added(StartExample.of(kept("later"), "later").at(NOW.plusSeconds(2)));

        List<Run> claimed = runs().claim(NODE, 6, NOW.plusSeconds(9));

        assertThat(claimed).hasSize(6).extracting(Run::id).contains(late.id(), later.id());
    }

    @Test
    default void everyJobShouldHaveItsTurnWhenMoreWaitThanAreClaimed() {
        for (int job = 0; job < 5; job++) {
            Job kept = kept("job-" + job);
            for (int i = 0; i < 5; i++) {
                waiting(kept, "run-" + job + "-" + i);
            }
        }

        List<Run> claimed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claimed.addAll(runs().claim(NODE, 1, NOW));
        }

        assertThat(claimed).extracting(run -> run.job().id()).doesNotHaveDuplicates();
    }

    @Test
    default void urgentRunsShouldComeFirstWhateverTheirJobHasHad() {
        Job flood = kept("flood");
        for (int i = 0; i < 5; i++) {
            added(StartExample.of(flood, "urgent-" + i).withRequest(RunExamples.request(50, Dialect.NATIVE)));
        }
        waiting(kept("other"), "ordinary");

        assertThat(runs().claim(NODE, 5, NOW))
                .extracting(run -> run.id().value())
                .allMatch(id -> id.startsWith("urgent"));
    }

    @Test
    default void slotShouldBeFreeWhenItsRunHasEnded() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        Run first = claimed(job, "first");
        waiting(job, "second");

        completed(first);

        assertThat(runs().claim(NODE, 10, NOW)).hasSize(1);
    }

    @Test
    default void slotShouldBeFreeWhenItsRunIsLost() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        Run first = claimed(job, "first");
        waiting(job, "second");

        runs().finish(first.lose("its node died", NOW), Optional.empty());

        assertThat(runs().claim(NODE, 10, NOW)).hasSize(1);
    }

    @Test
    default void slotShouldBeFreeWhenItsRunWaitsAgain() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        Run first = claimed(job, "first");
        waiting(job, "second");

        runs().update(first.retry(NOW, NOW.plusSeconds(30)));

        assertThat(runs().claim(NODE, 10, NOW))
                .extracting(run -> run.id().value())
                .containsExactly("second");
    }

    @Test
    default void slotShouldStayTakenWhenItsRunIsStopping() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        Run first = claimed(job, "first");
        waiting(job, "second");

        runs().update(first.stop(RunExamples.stop(StopMode.CLEAN, NOW)));

        assertThat(runs().claim(NODE, 10, NOW)).isEmpty();
    }

    @Test
    default void noRunShouldBeGivenTwiceWhenManyNodesClaim() {
        Job job = kept("job");
        for (int i = 0; i < 60; i++) {
            waiting(job, "run-" + i);
        }

        Race<List<Run>> race = Race.among(8, (number, line) -> {
            Owner node = new Owner("node-" + number, "boot");
            leases().join(node, LONG);
            line.cross();
            return claimAll(node);
        });

        List<Run> claimed = new ArrayList<>(claimAll(NODE));
        race.wins().forEach(claimed::addAll);
        assertThat(race.losses()).isEmpty();
        assertThat(claimed).hasSize(60).extracting(Run::id).doesNotHaveDuplicates();
        assertThat(claimed).allSatisfy(run -> assertThat(stored(run.id())).isEqualTo(run));
    }

    @Test
    default void oneRunShouldBeClaimedWhenManyNodesRaceForOneSlot() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        for (int i = 0; i < 32; i++) {
            waiting(job, "run-" + i);
        }

        Race<List<Run>> race = Race.among(16, (number, line) -> {
            Owner node = new Owner("node-" + number, "boot");
            leases().join(node, LONG);
            line.cross();
            return runs().claim(node, 4, NOW);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins().stream().mapToInt(List::size).sum()).isEqualTo(1);
    }

    @Test
    default void limitShouldHoldWhenManyNodesCarryOutEveryRun() {
        Job job = jobs().save(JobExamples.limited("job", 3, WhenFull.QUEUE));
        for (int i = 0; i < 48; i++) {
            waiting(job, "run-" + i);
        }
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        Race<Integer> race = Race.among(8, (number, line) -> {
            Owner node = new Owner("node-" + number, "boot");
            leases().join(node, LONG);
            int most = 0;
            line.cross();
            while (done.get() < 48 && !Thread.currentThread().isInterrupted()) {
                List<Run> claimed = runs().claim(node, 5, NOW);
                most = Math.max(most, atWork.addAndGet(claimed.size()));
                for (Run run : claimed) {
                    Run running = runs().update(run.begin(NOW));
                    most = Math.max(most, atWork.get());
                    // Counted down before the slot is freed, so that the count is never above the truth.
                    atWork.decrementAndGet();
                    runs().finish(running.end(new RunOutcome.Completed(), NOW), Optional.empty());
                    done.incrementAndGet();
                }
            }
            return most;
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).allSatisfy(most -> assertThat(most).isLessThanOrEqualTo(3));
    }

    @Test
    default void eitherShouldWinWhenAClaimRacesWithAStop() {
        Job job = kept("job");
        for (int round = 0; round < 20; round++) {
            Run waiting = waiting(job, "run-" + round);

            Race<Integer> race = Race.among(2, (number, line) -> {
                line.cross();
                if (number == 0) {
                    return runs().claim(NODE, 1, NOW).size();
                }
                runs().finish(waiting.stop(RunExamples.stop(StopMode.NOW, NOW)), Optional.empty());
                return 1;
            });

            assertThat(race.losses()).hasOnlyElementsOfType(RunFailure.Stale.class);
            assertThat(race.wins().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        }
    }

    private List<Run> claimAll(Owner node) {
        List<Run> all = new ArrayList<>();
        List<Run> some = runs().claim(node, 5, NOW);
        while (!some.isEmpty() && all.size() < 1_000) {
            all.addAll(some);
            some = runs().claim(node, 5, NOW);
        }
        return all;
    }
}
