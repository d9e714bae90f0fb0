package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;
import static org.jobplatform.application.port.RunExamples.OTHER_NODE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Claim;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link RunStoreContract} that is about changing runs that were admitted, and finding those of a node.
 */
public interface RunChangeContract extends StoredRuns {

    @Test
    default void leaseShouldStayAsLongAsARunBelongsToItsOwner() {
        Run running = running(kept("job"), "run");

        leases().leave(NODE);
        assertThat(leases().renew(NODE, LONG)).isTrue();

        completed(running);
        leases().leave(NODE);
        assertThat(leases().renew(NODE, LONG)).isFalse();
    }
    /** The deliveries; of the same storage as {@link #runs}. */
    DeliveryStore deliveries();

    /** The index; of the same storage as {@link #runs}. */
    RunIndex index();

    @Test
    default void updateShouldKeepTheRunUnderTheNextVersion() {
        Run changed = claimed(kept("job"), "run").begin(NOW.plusSeconds(1));

        Run kept = runs().update(changed);

        assertThat(kept).isEqualTo(changed.withVersion(changed.version() + 1));
        assertThat(stored(kept.id())).isEqualTo(kept);
    }

    @Test
    default void updateShouldKeepEveryUnfinishedState() {
        Run starting = claimed(kept("job"), "run");
        Run running = starting.begin(NOW.plusSeconds(1));
        Run stopping = running.stop(RunExamples.stop(StopMode.CLEAN, NOW.plusSeconds(3)));

        Stream.of(
                        running,
                        running.pause(NOW.plusSeconds(2)),
                        stopping,
                        stopping.stop(RunExamples.stop(StopMode.KILL, NOW.plusSeconds(4))),
                        running.retry(NOW.plusSeconds(5), NOW.plusSeconds(95)))
                .forEach(state -> {
                    Run kept =
                            runs().update(state.withVersion(stored(state.id()).version()));
                    assertThat(stored(state.id())).isEqualTo(kept);
                    assertThat(kept.state()).isEqualTo(state.state());
                });
    }

    @Test
    default void updateShouldKeepTheProgress() {
        RowCounters rows = new RowCounters(5_000_000_000L, 1, 2, 3, 4, 5, 6);
        Progress progress = Progress.NONE.advance(40, Optional.of("zwei € 𝄞")).withRows(rows);

        runs().update(running(kept("job"), "run").withProgress(progress));

        assertThat(stored(new RunId("run")).progress()).isEqualTo(progress);
    }

    @Test
    default void updateShouldBeRefusedWhenTheRunWasChangedMeanwhile() {
        Run read = claimed(kept("job"), "run");
        Run kept = runs().update(read.begin(NOW.plusSeconds(1)));

        assertThatExceptionOfType(RunFailure.Stale.class)
                .isThrownBy(() -> runs().update(read.stop(RunExamples.stop(StopMode.NOW, NOW))));
        assertThat(stored(read.id())).isEqualTo(kept);
    }

    @Test
    default void updateShouldBeRefusedWhenThereIsNoSuchRun() {
        Run never = StartExample.of(kept("job"), "never")
                .build()
                .waiting(waiting(kept("other"), "run").number());

        assertThatExceptionOfType(RunFailure.Stale.class).isThrownBy(() -> runs().update(never.claim(NODE, NOW)));
        assertThat(runs().find(never.id())).isEmpty();
    }

    @Test
    default void oneUpdateShouldWinWhenAllWereMadeFromTheSameVersion() {
        Run run = running(kept("job"), "run");

        Race<Run> race = Race.among(16, (number, line) -> {
            Run read = stored(run.id());
            line.cross();
            return runs().update(read.withProgress(read.progress().advance(number, Optional.of("caller " + number))));
        });

        assertThat(race.wins()).containsExactly(stored(run.id()));
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(RunFailure.Stale.class);
    }

    @Test
    default void updateShouldFailAloneWhenOthersAreMadeAtTheSameTime() {
        Job job = kept("job");
        List<Run> fresh =
                Stream.of("a", "b", "c", "d").map(id -> running(job, id)).toList();
        List<Run> stale =
                Stream.of("e", "f", "g", "h").map(id -> running(job, id)).toList();
        stale.forEach(run -> runs().update(run.pause(NOW)));

        Race<Run> race = Race.among(8, (number, line) -> {
            Run mine = number % 2 == 0 ? fresh.get(number / 2) : stale.get(number / 2);
            line.cross();
            return runs().update(mine.withProgress(mine.progress().advance(50, Optional.empty())));
        });

        assertThat(race.wins()).extracting(Run::id).containsExactlyInAnyOrderElementsOf(ids(fresh));
        assertThat(race.losses()).hasSize(4).hasOnlyElementsOfType(RunFailure.Stale.class);
    }

    @Test
    default void requeueShouldKeepTheWaitAndEveryAttemptInOrder() {
        Run first = running(kept("job"), "run");
        RunAttempt failed = RunAttempt.over(first, RunStatus.FAILED, "exit code 3\nä€𝄞", NOW.plusSeconds(3));
        Run waiting = first.retry(NOW.plusSeconds(3), NOW.plusSeconds(3));

        Run kept = runs().requeue(waiting, failed);

        assertThat(kept).isEqualTo(waiting.withVersion(waiting.version() + 1));
        assertThat(stored(first.id())).isEqualTo(kept);
        Run second = runs().claim(OTHER_NODE, 1, NOW.plusSeconds(4)).getFirst();
        RunAttempt lost =
                RunAttempt.over(second, RunStatus.LOST, "€".repeat(RunOutcome.MAXIMUM_MESSAGE), NOW.plusSeconds(9));
        runs().requeue(second.retry(NOW.plusSeconds(9), NOW.plusSeconds(9)), lost);
        assertThat(index().attempts(first.id())).containsExactly(failed, lost);
        assertThat(index().attempts(new RunId("another"))).isEmpty();
    }

    @Test
    default void requeueShouldKeepNothingWhenTheRunWasChangedMeanwhile() {
        Run read = running(kept("job"), "run");
        Run kept = runs().update(read.stop(RunExamples.stop(StopMode.NOW, NOW)));

        assertThatExceptionOfType(RunFailure.Stale.class)
                .isThrownBy(() ->
                        runs().requeue(read.retry(NOW, NOW), RunAttempt.over(read, RunStatus.FAILED, "why", NOW)));
        assertThat(stored(read.id())).isEqualTo(kept);
        assertThat(index().attempts(read.id())).isEmpty();
    }

    @Test
    default void oneAttemptShouldBeKeptWhenManyQueueTheRunAgain() {
        Run run = running(kept("job"), "run");

        Race<Run> race = Race.among(16, (number, line) -> {
            Run read = stored(run.id());
            line.cross();
            return runs().requeue(read.retry(NOW, NOW), RunAttempt.over(read, RunStatus.LOST, "caller " + number, NOW));
        });

        assertThat(race.wins()).containsExactly(stored(run.id()));
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(RunFailure.Stale.class);
        assertThat(index().attempts(run.id())).hasSize(1);
    }

    @Test
    default void claimShouldBeRememberedWhenTheRunHasEnded() {
        Run run = completed(running(kept("job"), "run"));

        assertThat(stored(run.id()).lastClaim()).contains(new Claim(NODE.node(), NOW));
    }

    @Test
    default void finishShouldKeepEveryOutcome() {
        Job job = kept("job");
        Run lost = running(job, "lost").lose("node-1 died", NOW.plusSeconds(9));
        Run cancelled = waiting(job, "cancelled").stop(RunExamples.stop(StopMode.CLEAN, NOW.plusSeconds(9)));

        Stream.concat(
                        Stream.of(lost, cancelled),
                        Stream.of(
                                        new RunOutcome.Completed(),
                                        new RunOutcome.CompletedWithErrors("2 rows left out"),
                                        new RunOutcome.Failed("exit code 3\nsecond \"line\" €"),
                                        new RunOutcome.Stopped("after row 7"))
                                .map(outcome -> running(job, outcome.getClass().getSimpleName())
                                        .end(outcome, NOW.plusSeconds(9))))
                .forEach(ended -> {
                    Run kept = runs().finish(ended, Optional.empty());
                    assertThat(kept).isEqualTo(ended.withVersion(ended.version() + 1));
                    assertThat(stored(ended.id())).isEqualTo(kept);
                });
    }

    @Test
    default void finishShouldKeepTheContentAndTheLongestMessage() {
        Run ended = running(kept("job"), "run")
                .end(new RunOutcome.Failed("€".repeat(RunOutcome.MAXIMUM_MESSAGE)), NOW.plusSeconds(9))
                .withContent(RunExamples.content());

        Run kept = runs().finish(ended, Optional.empty());

        assertThat(stored(ended.id())).isEqualTo(kept);
        assertThat(kept.content()).contains(RunExamples.content());
    }

    @Test
    default void finishShouldAddTheDeliveryWhenThereIsOne() {
        Run ended = running(kept("job"), "run").end(new RunOutcome.Completed(), NOW);
        Delivery delivery = RunExamples.delivery(ended, "delivery", NOW);

        runs().finish(ended, Optional.of(delivery));

        assertThat(deliveries().of(ended.id()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
                .containsExactly(delivery);
    }

    @Test
    default void finishShouldAddNoDeliveryWhenThereIsNone() {
        Run ended = completed(running(kept("job"), "run"));

        assertThat(deliveries().of(ended.id())).isEmpty();
        assertThat(deliveries().pendingLanes()).isEmpty();
    }

    @Test
    default void finishShouldChangeNothingWhenTheRunWasChangedMeanwhile() {
        Run read = running(kept("job"), "run");
        Run kept = runs().update(read.stop(RunExamples.stop(StopMode.NOW, NOW)));
        Run ended = read.end(new RunOutcome.Completed(), NOW);

        assertThatExceptionOfType(RunFailure.Stale.class)
                .isThrownBy(() -> runs().finish(ended, Optional.of(RunExamples.delivery(ended, "delivery", NOW))));
        assertThat(stored(read.id())).isEqualTo(kept);
        assertThat(deliveries().of(read.id())).isEmpty();
    }

    @Test
    default void oneEndAndOneDeliveryShouldComeOutWhenManyEndsRace() {
        Run run = running(kept("job"), "run");

        Race<Run> race = Race.among(16, (number, line) -> {
            Run ended = stored(run.id()).end(new RunOutcome.Failed("caller " + number), NOW);
            Delivery delivery = RunExamples.delivery(ended, "delivery-" + number, NOW);
            line.cross();
            return runs().finish(ended, Optional.of(delivery));
        });

        assertThat(race.wins()).containsExactly(stored(run.id()));
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(RunFailure.Stale.class);
        assertThat(deliveries().of(run.id())).hasSize(1);
    }

    @Test
    default void eitherShouldWinWhenAnEndRacesWithAStop() {
        Job job = kept("job");
        for (int round = 0; round < 20; round++) {
            Run run = running(job, "run-" + round);

            Race<Run> race = Race.among(2, (number, line) -> {
                Run read = stored(run.id());
                line.cross();
                return number == 0
                        ? runs().finish(read.end(new RunOutcome.Completed(), NOW), Optional.empty())
                        : runs().update(read.stop(RunExamples.stop(StopMode.NOW, NOW)));
            });

            assertThat(race.wins()).containsExactly(stored(run.id()));
            assertThat(race.losses()).hasSize(1).hasOnlyElementsOfType(RunFailure.Stale.class);
        }
    }

    @Test
    default void findShouldFindNothingWhenThereIsNoSuchRun() {
        waiting(kept("job"), "run");

        assertThat(runs().find(new RunId("another"))).isEmpty();
    }

    @Test
    default void ownedByShouldGiveTheUnfinishedRunsOfThatLifeOfTheNodeOldestFirst() {
        Job job = kept("job");
        Run younger = added(StartExample.of(job, "younger").on(NODE).at(NOW.plusSeconds(1)));
        Run older = running(job, "older");
        waiting(job, "waiting");
        completed(claimed(job, "ended"));
        added(StartExample.of(job, "elsewhere").on(OTHER_NODE));
        added(StartExample.of(job, "earlier-life").on(new Owner(NODE.node(), "boot-0")));

        assertThat(runs().ownedBy(NODE, 10)).containsExactly(older, younger);
        assertThat(runs().ownedBy(NODE, 1)).containsExactly(older);
    }

    @Test
    default void ownedByShouldForgetARunThatWaitsAgain() {
        runs().update(claimed(kept("job"), "run").retry(NOW, NOW));

        assertThat(runs().ownedBy(NODE, 10)).isEmpty();
    }

    @Test
    default void askedShouldGiveTheNodesRunsThatAreToStopOrToBeHeld() {
        Job job = kept("job");
        Run stopping = runs().update(claimed(job, "run").stop(RunExamples.stop(StopMode.CLEAN, NOW)));
        Run held = runs().update(running(job, "held").pause(NOW));
        running(job, "running");
        Run resumed = runs().update(running(job, "resumed").pause(NOW));
        runs().update(resumed.resume(NOW));
        runs().update(added(StartExample.of(job, "elsewhere").on(OTHER_NODE))
                .stop(RunExamples.stop(StopMode.NOW, NOW)));
        Run ended = runs().update(claimed(job, "ended").stop(RunExamples.stop(StopMode.NOW, NOW)));
        runs().finish(ended.end(new RunOutcome.Stopped("done"), NOW), Optional.empty());

        assertThat(runs().asked(NODE)).containsExactly(stopping, held);
    }

    private static List<RunId> ids(List<Run> some) {
        return some.stream().map(Run::id).toList();
    }
}
