package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.ChainPlan;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.Test;

/** What every {@link ChainStore} keeps to. */
public interface ChainStoreContract extends StoredRuns {
    /** A plan in which one job follows. */
    Optional<ChainPlan> PLAN = Optional.of(new ChainPlan(List.of(new JobId("next")), Map.of("region", "eu")));

    /** No delivery. */
    Function<Run, Optional<Delivery>> UNTOLD = run -> Optional.empty();

    /** The chains of the same storage as {@link #runs}. */
    ChainStore chains();

    /** The lookups of the same storage as {@link #runs}. */
    RunIndex index();

    /** The callbacks of the same storage as {@link #runs}. */
    DeliveryStore deliveries();

    @Test
    default void runShouldBeDueFromItsEndOnWhenOthersFollowIt() {
        Job job = kept("job");
        Run first = chained(job, "first");
        completed(claimed(job, "alone"));
        assertThat(chains().due(10)).isEmpty();

        Run ended = completed(first);

        assertThat(chains().due(10)).containsExactly(ended);
    }

    @Test
    default void runShouldBeDueHoweverItEnded() {
        Run first = chained(kept("job"), "first");

        Run lost = runs().finish(first.lose("its node died", NOW.plusSeconds(1)), Optional.empty());

        assertThat(chains().due(10)).containsExactly(lost);
    }

    @Test
    default void dueShouldGiveTheLongestEndedFirstAndNoMoreThanAskedFor() {
        Job job = kept("job");
        List<Run> ended = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            Run run = chained(job, "run-" + place);
            ended.add(runs().finish(run.end(new RunOutcome.Completed(), NOW.plusSeconds(9 - place)), Optional.empty()));
        }

        assertThat(chains().due(2)).containsExactly(ended.get(2), ended.get(1));
    }

    @Test
    default void settledRunShouldNotBeDueAndStayAsItIs() {
        Run ended = completed(chained(kept("job"), "first"));

        chains().settle(ended.id());
        chains().settle(ended.id());
        chains().settle(new RunId("unknown"));

        assertThat(chains().due(10)).isEmpty();
        assertThat(stored(ended.id())).isEqualTo(ended);
    }

    @Test
    default void unfinishedRunShouldBeDueAtItsEndThoughItWasSettledBefore() {
        Run first = chained(kept("job"), "first");

        chains().settle(first.id());

        assertThat(chains().due(10)).isEmpty();
        assertThat(completed(first)).isIn(chains().due(10));
    }

    @Test
    default void failedStartShouldBeKeptAsARunWithItsDeliveryAndSettleTheRunBeforeIt() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));

        Optional<Run> kept = chains().fail(
                        failed(job.reference(), ended, "second"),
                        run -> Optional.of(RunExamples.delivery(run, "d", NOW)));

        assertThat(kept).contains(stored(new RunId("second")));
        assertThat(kept.orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        assertThat(kept.orElseThrow().attempt()).isZero();
        assertThat(index().find(kept.orElseThrow().number())).isEqualTo(kept);
        assertThat(index().chain(ended.id())).containsExactly(kept.orElseThrow());
        assertThat(deliveries().of(new RunId("second"))).hasSize(1);
        assertThat(chains().due(10)).isEmpty();
    }

    @Test
    default void failedStartOfAJobThatIsGoneShouldBeListedLikeAnyRun() {
        Run ended = completed(chained(kept("job"), "first"));
        JobReference gone = JobExamples.job("gone").reference();

        Run failed = chains().fail(failed(gone, ended, "second"), UNTOLD).orElseThrow();

        assertThat(index().page(RunFilter.ALL.withJob(gone.id()), Optional.empty(), 10))
                .containsExactly(failed);
        assertThat(index().ended(Optional.of(gone.id()), Reach.EVERYTHING, 0, 10))
                .containsExactly(failed);
    }

    @Test
    default void failedStartShouldBeRepeatedByItsFingerprintAndByNothingElse() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));
        Run failed =
                chains().fail(failed(job.reference(), ended, "second"), UNTOLD).orElseThrow();

        assertThat(runs().add(StartExample.of(job, "second")
                        .withFingerprint("of-second")
                        .build()))
                .isEqualTo(new AddResult.Repeated(failed));
    }

    @Test
    default void failedStartShouldNotBeKeptWhenTheRunBeforeItIsSettled() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));
        chains().settle(ended.id());

        assertThat(chains().fail(failed(job.reference(), ended, "second"), UNTOLD))
                .isEmpty();
        assertThat(runs().find(new RunId("second"))).isEmpty();
    }

    @Test
    default void failedStartShouldOnlySettleWhenItsIdIsTaken() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));
        Run there = waiting(job, "second");

        assertThat(chains().fail(failed(job.reference(), ended, "second"), UNTOLD))
                .isEmpty();
        assertThat(stored(there.id())).isEqualTo(there);
        assertThat(chains().due(10)).isEmpty();
    }

    @Test
    default void failedStartShouldOnlySettleWhenItsPlaceIsTaken() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));
        added(StartExample.of(job, "second")
                .withRequest(RunExamples.request().within(Optional.empty(), Optional.of(Origin.after(ended)))));

        assertThat(chains().fail(failed(job.reference(), ended, "other"), UNTOLD))
                .isEmpty();
        assertThat(runs().find(new RunId("other"))).isEmpty();
        assertThat(chains().due(10)).isEmpty();
    }

    @Test
    default void failedStartShouldBeKeptOnceWhenManyCallersFailAtOnce() {
        Job job = kept("job");
        Run ended = completed(chained(job, "first"));

        Race<Optional<Run>> race = Race.among(4, (caller, line) -> {
            FailedStart failed = failed(job.reference(), ended, "second-" + caller);
            line.cross();
            return chains().fail(failed, UNTOLD);
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins().stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(index().chain(ended.id())).hasSize(1);
    }

    /** Adds a run that the node claims at once and that another job is to follow. */
    default Run chained(Job job, String id) {
        RunRequest request = RunExamples.request().within(PLAN, Optional.empty());
        return added(StartExample.of(job, id).withRequest(request).on(NODE));
    }

    private static FailedStart failed(JobReference job, Run before, String id) {
        RunRequest request = RunExamples.request().within(Optional.empty(), Optional.of(Origin.after(before)));
        return new FailedStart(
                new RunId(id), job, request, "of-" + id, NOW.plusSeconds(5), "could not be started: why");
    }
}
