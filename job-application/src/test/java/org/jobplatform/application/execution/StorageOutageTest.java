package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The store is out of reach at one call of a run's life, or at some calls on end; each call is tried, lost on its way there
 * and on its way back. Whatever is lost, the run ends once, as its runner said, and is told of once.
 */
class StorageOutageTest {
    private static final RunId ID = new RunId("mine");

    /** How a run goes when nothing is lost. */
    enum Life {
        COMPLETING(RunStatus.COMPLETED),
        FAILING_ONCE(RunStatus.COMPLETED),
        STOPPED(RunStatus.STOPPED),
        WAITING(RunStatus.COMPLETED);

        final RunStatus end;

        Life(RunStatus end) {
            this.end = end;
        }
    }

    static Stream<Arguments> outages() {
        return Stream.of(Life.values())
                .flatMap(life -> Stream.of(Outages.Fault.BEFORE, Outages.Fault.AFTER)
                        .flatMap(fault -> Stream.of(1, 2, 5).map(calls -> Arguments.of(life, fault, calls))));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void runShouldEndOnceAndBeToldOfOnceWhicheverCallIsLost(Life life, Outages.Fault fault, int calls) {
        int usual = new Scenario(life, -1, fault, calls).play();
        assertThat(usual).isGreaterThan(10);
        for (int first = 0; first < usual; first++) {
            new Scenario(life, first, fault, calls).play();
        }
    }

    @Test
    void startShouldBeCarriedOutWhenItsAnswerWasLostAndNobodyAsksAgain() {
        World world = new World();
        NodeFixture node = world.node("a");
        Job job = world.job("job");
        node.outages.hit("RunStore.add", Outages.Fault.AFTER, 1);
        try {
            node.started(World.start(job, ID.value()));
        } catch (StorageUnavailable lost) {
            assertThat(world.stored(ID).status()).isEqualTo(RunStatus.STARTING);
        }
        node.turn();

        assertThat(world.runs.statuses(ID)).containsExactly(RunStatus.STARTING, RunStatus.COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void claimShouldBeCarriedOutWhenItsAnswerWasLost() {
        World world = new World();
        Job job = world.job("job");
        Run run = world.node("api", 0).started(World.start(job));
        NodeFixture node = world.node("a");
        node.outages.hit("RunStore.claim", Outages.Fault.AFTER, 1);
        node.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.STARTING);
        assertThat(node.live.isIdle()).isTrue();
        world.pass(Duration.ofSeconds(5));
        node.turn();

        assertThat(world.runs.statuses(run.id()))
                .containsExactly(RunStatus.QUEUED, RunStatus.STARTING, RunStatus.COMPLETED);
    }

    @Test
    void runShouldNotBeTakenForAStrayWhenItIsCarriedOut() {
        World world = new World();
        NodeFixture node = world.node("a");
        Job job = world.job("job");
        int[] begun = {0};
        world.script = context -> {
            begun[0]++;
            world.pass(Duration.ofSeconds(6));
            node.dispatcher.step();
            return new RunOutcome.Completed();
        };
        node.started(World.start(job));
        // One waits for its thread, one is at work.
        node.started(World.start(job));
        node.runThreads.runAll();
        node.turn();

        assertThat(begun[0]).isEqualTo(2);
    }

    @Test
    void runShouldNotBeTakenForAStrayWhenItsStartIsUnderWay() {
        World world = new World();
        NodeFixture node = world.node("a");
        Job job = world.job("job");
        node.outages.afterwards("RunStore.add", node.dispatcher::step);
        node.started(World.start(job));

        assertThat(node.runThreads.waiting()).isOne();
    }

    @Test
    void runShouldNotBeTakenForAStrayWhenItEndedWhileStraysWereLookedFor() {
        World world = new World();
        NodeFixture node = world.node("a");
        Job job = world.job("job");
        int[] begun = {0};
        world.script = context -> {
            begun[0]++;
            return new RunOutcome.Completed();
        };
        Run run = node.started(World.start(job));
        node.outages.afterwards("RunStore.ownedBy", node.runThreads::runAll);
        node.dispatcher.step();
        node.runThreads.runAll();

        assertThat(begun[0]).isOne();
        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void waitersShouldBeWokenWhenTheAnswerToTheEndWasLost() throws Exception {
        World world = new World();
        NodeFixture node = world.node("a");
        Run run = node.started(World.start(world.job("job")));
        Signal ended = new Signal();
        node.endings.subscribe(run.id(), ended);
        node.outages.hit("RunStore.finish", Outages.Fault.AFTER, 1);
        node.runThreads.runAll();
        node.writeBehind.step();

        assertThat(isRaised(ended)).isTrue();
        assertThat(world.runs.statuses(run.id())).containsExactly(RunStatus.STARTING, RunStatus.COMPLETED);
    }

    @Test
    void waitersShouldBeWokenOnceTheyAskedWhenTheRunEnds() throws Exception {
        World world = new World();
        NodeFixture node = world.node("a");
        Run run = node.started(World.start(world.job("job")));
        Signal first = new Signal();
        Signal second = new Signal();
        node.endings.subscribe(run.id(), first);
        node.endings.subscribe(run.id(), second);
        node.endings.forget(run.id(), first);
        node.runThreads.runAll();

        assertThat(isRaised(second)).isTrue();
    }

    private static boolean isRaised(Signal signal) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> waiter = thread.submit(() -> {
                signal.await(Duration.ofDays(1));
                return true;
            });
            try {
                waiter.get(20, TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException never) {
                thread.shutdownNow();
                return false;
            }
        }
    }

    /** One life with one outage. */
    private static final class Scenario {
        private final World world = new World();
        private final NodeFixture api = world.node("api", 0);
        private final NodeFixture node = world.node("a", 1);
        private final Life life;
        private final String description;
        private int finished;

        Scenario(Life life, int first, Outages.Fault fault, int calls) {
            this.life = life;
            this.description = life + " with " + calls + " calls lost " + fault + " from " + first + " on";
            int base = node.outages.calls().size();
            node.outages.plan((number, call) ->
                    first >= 0 && number >= base + first && number < base + first + calls ? fault : Outages.Fault.NONE);
        }

        int play() {
            Job job = world.job("job", plain -> plain.retried(2, Duration.ZERO));
            world.script = this::carryOut;
            int base = node.outages.calls().size();
            start(job);
            for (int turn = 0; turn < 60; turn++) {
                node.turn();
                world.pass(Duration.ofSeconds(3));
            }
            int calls = node.outages.calls().size() - base;
            node.outages.end();
            check();
            return Math.min(calls, 60);
        }

        private RunOutcome carryOut(RunContext context) {
            context.log(LogSeverity.INFO, "at work");
            context.progress(50, Optional.of("half"));
            node.writeBehind.step();
            if (life == Life.STOPPED) {
                stop();
                node.watch.step();
                if (context.stopRequested().isPresent()) {
                    return finish(new RunOutcome.Stopped("as asked"));
                }
                // The wish was lost with the answer, so it comes again.
                stop();
                return finish(new RunOutcome.Stopped("as asked"));
            }
            boolean fails = life == Life.FAILING_ONCE && finished == 0;
            return finish(fails ? new RunOutcome.Failed("once") : new RunOutcome.Completed());
        }

        private RunOutcome finish(RunOutcome outcome) {
            finished++;
            return outcome;
        }

        private void stop() {
            api.stopped(ID, StopMode.CLEAN);
        }

        private void start(Job job) {
            NodeFixture asked = life == Life.WAITING ? api : node;
            for (int tries = 0; tries < 6; tries++) {
                try {
                    asked.start.start(World.start(job, ID.value()));
                    return;
                } catch (StorageUnavailable lost) {
                    world.pass(Duration.ofSeconds(1));
                }
            }
            throw new AssertionError("six calls in a row were lost");
        }

        private void check() {
            world.runs.assertLegal();
            assertThat(world.runs.all()).as(description).containsExactly(ID);
            assertThat(world.stored(ID).status()).as(description).isEqualTo(life.end);
            assertThat(finished).as(description).isEqualTo(life == Life.FAILING_ONCE ? 2 : 1);
            assertThat(world.deliveries(ID))
                    .as(description)
                    .singleElement()
                    .extracting(Delivery::status)
                    .isEqualTo(Delivery.Status.CONFIRMED);
            assertThat(world.log(ID)).as(description).contains("at work");
            assertThat(node.live.isIdle()).as(description).isTrue();
            assertThat(node.live.size()).as(description).isZero();
        }
    }
}
