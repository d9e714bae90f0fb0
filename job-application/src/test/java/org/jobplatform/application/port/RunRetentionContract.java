package org.jobplatform.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.Test;

/** What every {@link RunRetention} keeps to. The store's own clock is past every time here but those made from its own. */
public interface RunRetentionContract extends StoredRuns {
    /** When runs of these tests are started. */
    Instant LONG_AGO = Instant.parse("2020-01-01T12:00:00Z");

    /** The time that callers say it is. */
    Instant LATER = LONG_AGO.plus(Duration.ofDays(100));

    /** Keeps no run for its being the last. */
    RetentionPolicy BY_AGE = new RetentionPolicy(Duration.ofDays(90), 0);

    /** Of the same storage as {@link #runs}. */
    RunRetention retention();

    /** Of the same storage as {@link #runs}. */
    RunIndex index();

    /** Of the same storage as {@link #runs}. */
    RunLog log();

    /** Of the same storage as {@link #runs}. */
    RunContent content();

    /** Of the same storage as {@link #runs}. */
    DeliveryStore deliveries();

    @Test
    default void sweepShouldDeleteRunsThatEndedLongEnoughAgoAndNoOther() {
        Job job = kept("job");
        Run old = endedAt(job, "old", LATER.minus(BY_AGE.age()).minusMillis(1));
        Run young = endedAt(job, "young", LATER.minus(BY_AGE.age()));
        Run unfinished = claimedLongAgo(job, "unfinished");
        Run waiting = added(StartExample.of(job, "waiting").at(LONG_AGO));

        assertThat(sweep(BY_AGE)).contains(new RunRetention.Sweep(job.id(), 1, false));

        assertThat(runs().find(old.id())).isEmpty();
        assertThat(List.of(stored(young.id()), stored(unfinished.id()), stored(waiting.id())))
                .containsExactly(young, unfinished, waiting);
    }

    @Test
    default void sweepShouldKeepTheLastEndedOfEachJobHoweverOld() {
        Job job = kept("job");
        for (int i = 0; i < 5; i++) {
            endedAt(job, "run-" + i, LONG_AGO.plusSeconds(60 + i));
        }
        Job other = kept("other");
        Run only = endedAt(other, "only", LONG_AGO.plusSeconds(1));
        RetentionPolicy keepingTwo = new RetentionPolicy(BY_AGE.age(), 2);

        sweep(keepingTwo);
        retention().sweep(keepingTwo, LATER, Optional.of(job.id()), 100);

        assertThat(remaining("run-0", "run-1", "run-2", "run-3", "run-4")).containsExactly("run-3", "run-4");
        assertThat(stored(only.id())).isEqualTo(only);
    }

    @Test
    default void sweepShouldKeepByNumberWhenRunsEndedAtTheSameTime() {
        Job job = kept("job");
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(endedAt(job, "run-" + i, LONG_AGO.plusSeconds(60)));
        }

        sweep(new RetentionPolicy(BY_AGE.age(), 1));

        Run last = runs.stream()
                .max((one, another) ->
                        Integer.compare(one.number().value(), another.number().value()))
                .orElseThrow();
        assertThat(remaining("run-0", "run-1", "run-2"))
                .containsExactly(last.id().value());
    }

    @Test
    default void sweepShouldKeepRunsWithADeliveryThatIsPending() {
        Job job = kept("job");
        Run pending = endedWithDelivery(job, "pending");
        Run settled = endedWithDelivery(job, "settled");
        settle("delivery-of-settled");

        sweep(BY_AGE);

        assertThat(remaining("pending", "settled")).containsExactly("pending");
        assertThat(deliveries().of(pending.id())).hasSize(1);
        assertThat(deliveries().of(settled.id())).isEmpty();
    }

    @Test
    default void sweepShouldDeleteAllThatBelongsToARun() throws IOException {
        Job job = kept("job");
        Run first = claimedLongAgo(job, "run");
        runs().requeue(first.retry(LONG_AGO, LONG_AGO), RunAttempt.over(first, RunStatus.FAILED, "failed", LONG_AGO));
        Run claimed = runs().claim(RunExamples.NODE, 1, LONG_AGO).getFirst();
        log().append(claimed.id(), List.of(new LogLine(LONG_AGO, LogSeverity.INFO, "said")));
        content().save(claimed, "text/plain", "left.txt", new ByteArrayInputStream("left".getBytes(UTF_8)));
        Delivery delivery = RunExamples.delivery(claimed, "delivery", LONG_AGO);
        runs().finish(claimed.end(new RunOutcome.Completed(), LONG_AGO.plusSeconds(1)), Optional.of(delivery));
        settle("delivery");

        sweep(BY_AGE);

        assertThat(index().attempts(claimed.id())).isEmpty();
        assertThat(log().size(claimed.id())).isZero();
        assertThat(content().read(claimed.id(), claimed.attempt(), 0, 10)).isEmpty();
        assertThat(deliveries().of(claimed.id())).isEmpty();
        assertThat(deliveries().attempts(delivery.id())).isEmpty();
    }

    @Test
    default void idAndKeyOfADeletedRunShouldMakeANewRun() {
        Job job = kept("job");
        StartExample start = StartExample.of(job, "run").withKey("key").at(LONG_AGO);
        Run first = added(start.on(RunExamples.NODE));
        runs().finish(first.end(new RunOutcome.Completed(), LONG_AGO.plusSeconds(1)), Optional.empty());
        assertThat(runs().add(start.withId("another").build())).isInstanceOf(AddResult.Repeated.class);

        sweep(BY_AGE);

        assertThat(added(start.withFingerprint("another")).id()).isEqualTo(first.id());
        assertThat(log().size(first.id())).isZero();
    }

    @Test
    default void sweepShouldDeleteNoMoreThanAskedForAndSayThatThereMayBeMore() {
        Job job = kept("job");
        for (int i = 0; i < 3; i++) {
            endedAt(job, "run-" + i, LONG_AGO.plusSeconds(60 + i));
        }

        assertThat(retention().sweep(BY_AGE, LATER, Optional.empty(), 2))
                .contains(new RunRetention.Sweep(job.id(), 2, true));
        assertThat(retention().sweep(BY_AGE, LATER, Optional.empty(), 2))
                .contains(new RunRetention.Sweep(job.id(), 1, false));
        assertThat(remaining("run-0", "run-1", "run-2")).isEmpty();
    }

    @Test
    default void sweepShouldGoFromJobToJobInTheOrderOfTheirIds() {
        Job second = kept("b");
        Job first = kept("B");
        Job deleted = kept("c");
        List.of(second, first, deleted).forEach(job -> endedAt(job, "run-of-" + job.id(), LATER));
        jobs().delete(deleted.id(), deleted.version());
        waiting(kept("d"), "waiting");

        List<String> swept = new ArrayList<>();
        Optional<RunRetention.Sweep> sweep = sweep(BY_AGE);
        while (sweep.isPresent() && swept.size() < 10) {
            swept.add(sweep.get().job().value());
            sweep = retention().sweep(BY_AGE, LATER, sweep.map(RunRetention.Sweep::job), 100);
        }

        assertThat(swept).containsExactly("B", "b", "c");
    }

    @Test
    default void clockThatIsAheadShouldMakeNothingOld() {
        Job job = kept("job");
        Instant now = Instant.now();
        endedAt(job, "run", now.minus(Duration.ofDays(1)));

        retention().sweep(BY_AGE, now.plus(Duration.ofDays(36_000)), Optional.empty(), 100);

        assertThat(remaining("run")).containsExactly("run");
    }

    @Test
    default void runShouldBeDeletedOnceWhenTwoSweep() {
        Job job = kept("job");
        for (int i = 0; i < 20; i++) {
            endedAt(job, "run-" + i, LONG_AGO.plusSeconds(60 + i));
        }

        Race<Integer> race = Race.among(4, (number, line) -> {
            line.cross();
            return sweep(BY_AGE).map(RunRetention.Sweep::deleted).orElse(0);
        });

        assertThat(race.wins().stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    }

    @Test
    default void dueShouldCountWhatASweepWouldDelete() {
        Job named = jobs().save(JobExamples.job("a", new ProjectPath("Sales"), new JobName("Load")));
        for (int i = 0; i < 3; i++) {
            endedAt(named, "run-" + i, LONG_AGO.plusSeconds(60 + i));
        }
        Job young = kept("b");
        endedAt(young, "young", LATER);
        waiting(kept("c"), "waiting");
        RetentionPolicy keepingOne = new RetentionPolicy(BY_AGE.age(), 1);

        assertThat(retention().due(keepingOne, LATER, Optional.empty(), 10, 100))
                .containsExactly(new DueRuns(named.reference(), 2, false), new DueRuns(young.reference(), 0, false));
        assertThat(remaining("run-0", "run-1", "run-2")).hasSize(3);
    }

    @Test
    default void dueShouldCountNoFurtherAndListNoMoreJobsThanAskedFor() {
        Job first = kept("a");
        Job second = kept("b");
        for (Job job : List.of(first, second)) {
            for (int i = 0; i < 3; i++) {
                endedAt(job, job.id() + "-" + i, LONG_AGO.plusSeconds(60 + i));
            }
        }

        assertThat(retention().due(BY_AGE, LATER, Optional.empty(), 1, 2))
                .containsExactly(new DueRuns(first.reference(), 2, true));
        assertThat(retention().due(BY_AGE, LATER, Optional.of(first.id()), 10, 3))
                .containsExactly(new DueRuns(second.reference(), 3, false));
    }

    private Optional<RunRetention.Sweep> sweep(RetentionPolicy policy) {
        return retention().sweep(policy, LATER, Optional.empty(), 100);
    }

    private Run claimedLongAgo(Job job, String id) {
        return added(StartExample.of(job, id).at(LONG_AGO).on(RunExamples.NODE));
    }

    private Run endedAt(Job job, String id, Instant at) {
        return runs().finish(claimedLongAgo(job, id).end(new RunOutcome.Completed(), at), Optional.empty());
    }

    private Run endedWithDelivery(Job job, String id) {
        Run claimed = claimedLongAgo(job, id);
        return runs().finish(
                        claimed.end(new RunOutcome.Completed(), LONG_AGO.plusSeconds(1)),
                        Optional.of(RunExamples.delivery(claimed, "delivery-of-" + id, LONG_AGO)));
    }

    private void settle(String delivery) {
        DeliveryClaim claim = new DeliveryClaim(RunExamples.NODE, LATER.plusSeconds(60));
        Map<String, Integer> places = new HashMap<>();
        deliveries().pendingLanes().keySet().forEach(lane -> places.put(lane, 100));
        for (Delivery due : deliveries().claim(claim, LATER, places)) {
            if (due.id().value().equals(delivery)) {
                DeliveryAttempt attempt =
                        new DeliveryAttempt(1, LATER, Duration.ofMillis(5), new DeliveryResult.Confirmed(200));
                deliveries().record(due.record(attempt, LATER, 0), attempt);
            }
        }
    }

    private List<String> remaining(String... ids) {
        return List.of(ids).stream()
                .filter(id -> runs().find(new RunId(id)).isPresent())
                .toList();
    }
}
