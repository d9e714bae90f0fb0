package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.FAILED;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.RUNNING;
import static org.jobplatform.domain.run.RunStatus.STARTING;
import static org.jobplatform.domain.run.RunStatus.STOPPED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** A run from its start to its confirmed callback, when nothing goes wrong but the run itself. */
class RunLifeTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void waitingRunShouldBeTakenAtOnceWhenTheClockOfItsStarterIsAhead() {
        NodeFixture api = world.node("api", 0);
        world.time.advance(Duration.ofHours(1));
        Run run = api.started(World.start(world.job("ahead")));
        world.time.advance(Duration.ofHours(-1));
        node.turn();

        Run ended = world.stored(run.id());
        assertThat(ended.status()).isEqualTo(COMPLETED);
        assertThat(ended.endedAt().orElseThrow()).isAfterOrEqualTo(ended.createdAt());
    }

    @Test
    void runShouldEndAndBeToldOfWhenItsRunnerIsDone() {
        ScriptedNotifier receiver = ScriptedNotifier.confirming();
        world.notifier = receiver;
        Run run = node.ran(World.start(job));

        assertThat(run.status()).isEqualTo(STARTING);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, COMPLETED);
        assertThat(world.stored(run.id()).progress().percent()).isEqualTo(100);
        node.turn();
        assertThat(receiver.delivered()).singleElement().satisfies(told -> {
            assertThat(told.run()).isEqualTo(run.id());
            assertThat(told.body().text()).isEqualTo(run.id() + " COMPLETED");
        });
        assertThat(world.deliveries(run.id()))
                .singleElement()
                .extracting(Delivery::status)
                .isEqualTo(Delivery.Status.CONFIRMED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void runShouldBeWrittenTwiceOnlyWhenItEndsBeforeTheNextTurn() {
        Run run = node.ran(World.start(job));

        assertThat(node.outages.calls().stream().filter(call -> call.startsWith("RunStore.")))
                .containsExactly("RunStore.add", "RunStore.finish");
        assertThat(world.stored(run.id()).version()).isEqualTo(2);
    }

    @Test
    void progressShouldBeWrittenBehindWhenTheRunIsAtWork() {
        world.script = context -> {
            context.progress(40, Optional.of("loading"));
            context.rows(new RowCounters(8, 7, 0, 0, 1, 0, 0));
            context.log(LogSeverity.INFO, "one\ntwo");
            node.writeBehind.step();
            Run seen = world.stored(context.run().id());
            assertThat(seen.status()).isEqualTo(RUNNING);
            assertThat(seen.progress().percent()).isEqualTo(40);
            assertThat(seen.progress().summary()).contains("loading");
            assertThat(world.log(context.run().id())).contains("INFO one\n").contains("INFO two\n");
            context.progress(20, Optional.empty());
            return new RunOutcome.CompletedWithErrors("one row");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).progress().percent()).isEqualTo(100);
        world.runs.assertLegal();
    }

    @Test
    void writingBehindShouldDoNothingWhenNothingIsNew() {
        world.script = context -> {
            node.writeBehind.step();
            long version = world.stored(context.run().id()).version();
            node.writeBehind.step();
            assertThat(world.stored(context.run().id()).version()).isEqualTo(version);
            return new RunOutcome.Completed();
        };
        node.ran(World.start(job));
        assertThat(node.live.size()).isZero();
    }

    @Test
    void runShouldFailWithWhatWasThrownWhenItsRunnerBreaks() {
        world.script = context -> {
            throw new IllegalStateException("no such table");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).state().toString()).contains("no such table");
        assertThat(world.log(run.id())).contains("ERROR the runner broke");
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void runShouldFailWhenItsRunnerThrowsAnError() {
        world.script = context -> {
            throw new StackOverflowError();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void failedRunShouldBeTriedAgainAfterItsBackoffWhenItsJobSaysSo() {
        Job retried = world.job("retried", plain -> plain.retried(3, Duration.ofSeconds(10)));
        List<Integer> attempts = new ArrayList<>();
        world.script = context -> {
            attempts.add(context.run().attempt());
            return new RunOutcome.Failed("attempt " + context.run().attempt());
        };
        Run run = node.ran(World.start(retried));

        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
        world.pass(Duration.ofSeconds(9));
        node.turn();
        assertThat(attempts).containsExactly(1);
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(attempts).containsExactly(1, 2);
        world.pass(Duration.ofSeconds(19));
        node.turn();
        assertThat(attempts).containsExactly(1, 2);
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STARTING, QUEUED, STARTING, FAILED);
        assertThat(world.deliveries(run.id())).hasSize(1);
        assertThat(world.log(run.id())).contains("attempt 3 begins");
    }

    @Test
    void roomShouldBeGivenBackOnceWhenTheNextAttemptComesBeforeTheLastHasLeft() {
        Job retried = world.job("retried", plain -> plain.retried(2, Duration.ZERO));
        world.script = context -> new RunOutcome.Failed("again");
        node.outages.plan((number, call) -> {
            if (call.equals("RunStore.requeue")) {
                return Outages.Fault.AFTER;
            }
            return Outages.Fault.NONE;
        });
        Run run = node.ran(World.start(retried));
        node.outages.end();

        // The first attempt is still here, since its node does not know that it was queued again.
        assertThat(node.live.size()).isOne();
        node.dispatcher.step();
        assertThat(node.live.size()).isEqualTo(2);
        node.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
        assertThat(node.live.size()).isZero();
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void runShouldFailWhenItTakesLongerThanItsJobAllows() {
        Job limited = world.job("limited", plain -> plain.lasting(Duration.ofMinutes(1)));
        world.script = context -> {
            world.pass(Duration.ofSeconds(59));
            node.watch.step();
            assertThat(context.stopRequested()).isEmpty();
            world.pass(Duration.ofSeconds(1));
            node.watch.step();
            assertThat(context.stopRequested()).contains(StopMode.NOW);
            return new RunOutcome.Stopped("stopped");
        };
        Run run = node.ran(World.start(limited));

        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
        assertThat(world.stored(run.id()).state().toString()).contains("ran longer than PT1M");
    }

    @Test
    void runShouldBeTriedAgainWhenItTookTooLongAndItsJobSaysSo() {
        Job limited = world.job(
                "limited", plain -> plain.lasting(Duration.ofMinutes(1)).retried(2, Duration.ZERO));
        world.script = context -> {
            if (context.run().attempt() == 2) {
                return new RunOutcome.Completed();
            }
            world.pass(Duration.ofMinutes(1));
            node.watch.step();
            return new RunOutcome.Stopped("stopped");
        };
        Run run = node.ran(World.start(limited));
        node.turn();

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STARTING, COMPLETED);
    }

    @Test
    void timeOutShouldNotChangeAnOutcomeThatWaitsToBeWritten() {
        Job limited = world.job("limited", plain -> plain.lasting(Duration.ofSeconds(5)));
        world.script = context -> {
            node.outages.begin();
            return new RunOutcome.Stopped("of its own will");
        };
        Run run = node.ran(World.start(limited));
        world.pass(Duration.ofSeconds(6));
        node.watch.step();
        node.outages.end();
        node.turn();

        assertThat(world.stored(run.id()).state().toString()).contains("of its own will");
    }

    @Test
    void attemptShouldBeDroppedWhenItsRunWasSettledByOthersMeanwhile() {
        world.script = context -> {
            Run moved = world.runs.update(context.run().retry(RunExamples.NOW, RunExamples.NOW));
            world.runs.finish(moved.stop(RunExamples.stop(StopMode.NOW, RunExamples.NOW)), Optional.empty());
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STOPPED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void twoNodesShouldCarryOutEachRunOnceWhenBothClaim() {
        NodeFixture other = world.node("b");
        List<String> done = new ArrayList<>();
        world.script = context -> {
            done.add(context.run().id().value());
            return new RunOutcome.Completed();
        };
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            started.add(node.started(World.start(job)).id().value());
        }
        for (int i = 0; i < 10; i++) {
            other.dispatcher.step();
            node.dispatcher.step();
            node.runThreads.runAll();
            other.runThreads.runAll();
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(started);
    }
}
