package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobplatform.domain.job.Concurrency.WhenFull;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.Test;

/** The part of {@link RunStoreContract} that is about {@link RunStore#add}. */
public interface RunAdmissionContract extends StoredRuns {

    @Test
    default void runShouldWaitWhenNoNodeHasRoomForIt() {
        Run added = waiting(kept("job"), "run");

        assertThat(added.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(added.attempt()).isZero();
        assertThat(added.startedAt()).isEmpty();
        assertThat(runs().find(added.id())).contains(added);
    }

    @Test
    default void runShouldBeClaimedAtOnceWhenANodeHasRoomForIt() {
        Run added = claimed(kept("job"), "run");

        assertThat(added.status()).isEqualTo(RunStatus.STARTING);
        assertThat(added.owner()).contains(NODE);
        assertThat(added.attempt()).isEqualTo(1);
        assertThat(added.startedAt()).contains(NOW);
        assertThat(runs().find(added.id())).contains(added);
    }

    @Test
    default void runShouldWaitWhenTheLeaseOfTheNodeWasTakenAway() {
        Job job = kept("job");
        leases().leave(NODE);

        Run added = runs().add(StartExample.of(job, "run").on(NODE).build()).run();

        assertThat(added.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(stored(added.id())).isEqualTo(added);
        assertThat(runs().ownedBy(NODE, 10)).isEmpty();
    }

    @Test
    default void runShouldBelongToNoNodeWithoutLeaseWhenItsStartRacesTheEndOfTheLease() {
        Job job = kept("job");
        for (int round = 0; round < 10; round++) {
            String id = "run-" + round;
            Owner node = new Owner("node", "boot-" + round);
            leases().join(node, LONG);
            Race<Integer> race = Race.among(4, (number, line) -> {
                line.cross();
                if (number == 0) {
                    leases().leave(node);
                } else {
                    runs().add(StartExample.of(job, id + "-" + number).on(node).build());
                }
                return number;
            });

            assertThat(race.losses()).isEmpty();
            assertThat(leases().renew(node, LONG) || runs().ownedBy(node, 4).isEmpty())
                    .as("whatever belongs to a node can be found by its lease")
                    .isTrue();
        }
    }

    @Test
    default void addShouldKeepEveryPartOfTheStart() {
        Job job = jobs().save(JobExamples.job("job", JobExamples.everyPart()));

        Run added = added(
                StartExample.of(job, "6A0B4D1E-52A4-4D0C-9F0B-00000000ABCD").withRequest(RunExamples.everyPart()));

        Run kept = stored(added.id());
        assertThat(kept).isEqualTo(added);
        assertThat(kept.id().value()).isEqualTo("6a0b4d1e-52a4-4d0c-9f0b-00000000abcd");
        assertThat(kept.job()).isEqualTo(job.reference());
        assertThat(kept.request()).isEqualTo(RunExamples.everyPart());
        assertThat(kept.createdAt()).isEqualTo(NOW);
        assertThat(kept.progress()).isEqualTo(Progress.NONE);
    }

    @Test
    default void runsShouldGetNumbersOfTheirOwnWhenAddedAtOnce() {
        Job job = kept("job");

        Race<Run> race = Race.among(32, (number, line) -> {
            line.cross();
            return waiting(job, "run-" + number);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).extracting(Run::number).doesNotHaveDuplicates();
    }

    @Test
    default void startShouldBeARepeatWhenItsIdAndFingerprintAreKnown() {
        StartExample start = StartExample.of(kept("job"), "run").on(NODE);
        Run now = runs().update(added(start).begin(NOW.plusSeconds(1)));

        assertThat(runs().add(start.build())).isEqualTo(new AddResult.Repeated(now));
    }

    @Test
    default void startShouldBeARepeatWhenItsKeyAndFingerprintAreKnown() {
        StartExample start = StartExample.of(kept("job"), "first").withKey("key");
        Run first = added(start);

        assertThat(runs().add(start.withId("second").build())).isEqualTo(new AddResult.Repeated(first));
        assertThat(runs().find(new RunId("second"))).isEmpty();
    }

    @Test
    default void startShouldConflictWhenItsIdBelongsToAnotherRequest() {
        Job job = kept("job");
        Run first = waiting(job, "run");

        NewRun other =
                StartExample.of(job, "run").withFingerprint("another").on(NODE).build();

        assertThatExceptionOfType(RunFailure.Conflicting.class).isThrownBy(() -> runs().add(other));
        assertThat(stored(first.id())).isEqualTo(first);
    }

    @Test
    default void startShouldConflictWhenItsKeyBelongsToAnotherRequest() {
        Job job = kept("job");
        added(StartExample.of(job, "first").withKey("key"));

        NewRun other = StartExample.of(job, "second").withKey("key").build();

        assertThatExceptionOfType(RunFailure.Conflicting.class).isThrownBy(() -> runs().add(other));
        assertThat(runs().find(new RunId("second"))).isEmpty();
    }

    @Test
    default void startsShouldBeDifferentWhenTheirOwnIdsDifferInCase() {
        Job job = kept("job");

        Run upper = waiting(job, "Order-A");
        Run lower = waiting(job, "order-a");

        assertThat(stored(upper.id())).isEqualTo(upper);
        assertThat(stored(lower.id())).isEqualTo(lower);
    }

    @Test
    default void repeatShouldBeAnsweredWhenTheLimitIsReached() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.REJECT));
        StartExample start = StartExample.of(job, "run").asOnlyOne();
        Run first = added(start);

        assertThat(runs().add(start.build())).isEqualTo(new AddResult.Repeated(first));
    }

    @Test
    default void repeatShouldBeAnsweredWhenTheRunHasEndedAndItsJobIsGone() {
        Job job = kept("job");
        StartExample start = StartExample.of(job, "run").on(NODE);
        Run ended = completed(added(start));
        jobs().delete(job.id(), job.version());

        assertThat(runs().add(start.build())).isEqualTo(new AddResult.Repeated(ended));
    }

    @Test
    default void startShouldBeRefusedWhenItMustBeAloneBesideAWaitingRun() {
        Job job = kept("job");
        waiting(job, "first");

        NewRun second = StartExample.of(job, "second").asOnlyOne().build();

        assertThatExceptionOfType(RunFailure.AlreadyActive.class).isThrownBy(() -> runs().add(second));
        assertThat(runs().find(second.id())).isEmpty();
    }

    @Test
    default void startShouldBeRefusedWhenItMustBeAloneBesideARunningRun() {
        Job job = kept("job");
        running(job, "first");

        NewRun second = StartExample.of(job, "second").asOnlyOne().build();

        assertThatExceptionOfType(RunFailure.AlreadyActive.class).isThrownBy(() -> runs().add(second));
    }

    @Test
    default void startShouldBeAdmittedAloneWhenOnlyEndedRunsAndOtherJobsAreThere() {
        Job job = kept("job");
        completed(claimed(job, "ended"));
        waiting(kept("other"), "other");

        assertThat(added(StartExample.of(job, "alone").asOnlyOne()).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    default void startShouldBeRefusedWhenAsManyRunsAsTheLimitAreUnfinished() {
        Job job = jobs().save(JobExamples.limited("job", 2, WhenFull.REJECT));
        claimed(job, "first");
        waiting(job, "second");

        NewRun third = StartExample.of(job, "third").on(NODE).build();

        assertThatExceptionOfType(RunFailure.LimitReached.class).isThrownBy(() -> runs().add(third));
        assertThat(runs().find(third.id())).isEmpty();
    }

    @Test
    default void startShouldBeAdmittedWhenARunOfTheFullJobHasEnded() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.REJECT));
        completed(claimed(job, "first"));
        claimed(jobs().save(JobExamples.limited("other", 1, WhenFull.REJECT)), "other");

        assertThat(claimed(job, "second").status()).isEqualTo(RunStatus.STARTING);
    }

    @Test
    default void runsShouldWaitWhenTheFullJobLetsThemQueue() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));
        claimed(job, "first");

        assertThat(claimed(job, "second").status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    default void runShouldWaitWhenTheFullJobLetsItReplaceTheOthers() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.REPLACE));
        Run first = claimed(job, "first");

        assertThat(claimed(job, "second").status()).isEqualTo(RunStatus.QUEUED);
        assertThat(stored(first.id())).isEqualTo(first);
    }

    @Test
    default void startShouldBeRefusedWhenItsJobIsGone() {
        Job job = kept("job");
        jobs().delete(job.id(), job.version());

        NewRun start = StartExample.of(job, "run").build();

        assertThatExceptionOfType(JobFailure.NotFound.class).isThrownBy(() -> runs().add(start));
        assertThat(runs().find(start.id())).isEmpty();
    }

    @Test
    default void idAndKeyShouldStayFreeWhenTheStartWasRefused() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.REJECT));
        Run first = claimed(job, "first");
        StartExample refused = StartExample.of(job, "second").withKey("key");
        assertThatExceptionOfType(RunFailure.LimitReached.class).isThrownBy(() -> runs().add(refused.build()));
        completed(first);

        Run later = added(refused.withFingerprint("another request"));

        assertThat(stored(later.id())).isEqualTo(later);
    }

    @Test
    default void oneRunShouldComeOutWhenManyStartsOfOneIdRace() {
        NewRun start = StartExample.of(kept("job"), "run").on(NODE).build();

        Race<AddResult> race = Race.among(64, (number, line) -> {
            line.cross();
            return runs().add(start);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).filteredOn(AddResult.Added.class::isInstance).hasSize(1);
        assertThat(race.wins()).extracting(AddResult::run).containsOnly(stored(start.id()));
    }

    @Test
    default void oneRunShouldComeOutWhenManyStartsOfOneKeyRace() {
        StartExample start = StartExample.of(kept("job"), "run").withKey("key");

        Race<AddResult> race = Race.among(64, (number, line) -> {
            NewRun mine = start.withId("run-" + number).build();
            line.cross();
            return runs().add(mine);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).filteredOn(AddResult.Added.class::isInstance).hasSize(1);
        assertThat(race.wins()).extracting(AddResult::run).hasSameElementsAs(found("run-", 64));
        assertThat(found("run-", 64)).hasSize(1);
    }

    @Test
    default void oneRequestShouldWinWhenDifferentRequestsOfOneIdRace() {
        StartExample start = StartExample.of(kept("job"), "run");

        Race<AddResult> race = Race.among(32, (number, line) -> {
            NewRun mine = start.withFingerprint("request " + number).build();
            line.cross();
            return runs().add(mine);
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(31).hasOnlyElementsOfType(RunFailure.Conflicting.class);
    }

    @Test
    default void oneStartShouldWinWhenStartsThatMustBeAloneRace() {
        Job job = kept("job");

        Race<AddResult> race = Race.among(32, (number, line) -> {
            NewRun mine = StartExample.of(job, "run-" + number).asOnlyOne().build();
            line.cross();
            return runs().add(mine);
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(31).hasOnlyElementsOfType(RunFailure.AlreadyActive.class);
        assertThat(found("run-", 32)).hasSize(1);
    }

    @Test
    default void asManyStartsAsTheLimitShouldWinWhenStartsOfARefusingJobRace() {
        Job job = jobs().save(JobExamples.limited("job", 3, WhenFull.REJECT));

        Race<AddResult> race = Race.among(32, (number, line) -> {
            NewRun mine = StartExample.of(job, "run-" + number).on(NODE).build();
            line.cross();
            return runs().add(mine);
        });

        assertThat(race.wins()).hasSize(3);
        assertThat(race.losses()).hasSize(29).hasOnlyElementsOfType(RunFailure.LimitReached.class);
        assertThat(found("run-", 32)).hasSize(3);
    }

    @Test
    default void oneRunShouldBeClaimedWhenStartsOfAQueueingJobRace() {
        Job job = jobs().save(JobExamples.limited("job", 1, WhenFull.QUEUE));

        Race<Run> race = Race.among(32, (number, line) -> {
            line.cross();
            return claimed(job, "run-" + number);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins())
                .filteredOn(run -> run.status() == RunStatus.STARTING)
                .hasSize(1);
        assertThat(race.wins())
                .filteredOn(run -> run.status() == RunStatus.QUEUED)
                .hasSize(31);
    }

    private List<Run> found(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> runs().find(new RunId(prefix + number)))
                .flatMap(Optional::stream)
                .toList();
    }
}
