package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.FAILED;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.RUNNING;
import static org.jobplatform.domain.run.RunStatus.STARTING;
import static org.jobplatform.domain.run.RunStatus.STOPPED;
import static org.jobplatform.domain.run.RunStatus.STOPPING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** Runs that are stopped: by somebody, by their time, by a shutdown. */
class StopLifeTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture other = world.node("b");
    private final Job job = world.job("job", plain -> plain.retried(3, Duration.ZERO));

    @Test
    void runnerShouldLearnAtOnceWhenItsOwnNodeIsAsked() {
        List<StopMode> heard = new ArrayList<>();
        world.script = context -> {
            context.onStop(heard::add);
            assertThat(node.stopped(context.run().id(), StopMode.CLEAN).status())
                    .isEqualTo(STOPPING);
            node.stopped(context.run().id(), StopMode.NOW);
            node.stopped(context.run().id(), StopMode.CLEAN);
            node.stopped(context.run().id(), StopMode.KILL);
            return new RunOutcome.Stopped("at row 7");
        };
        Run run = node.ran(World.start(job));

        assertThat(heard).containsExactly(StopMode.CLEAN, StopMode.NOW, StopMode.KILL);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, STOPPING, STOPPED);
        assertThat(world.stored(run.id()).state().toString()).contains("at row 7");
    }

    @Test
    void runnerShouldLearnInTheNextTurnWhenAnotherNodeIsAsked() {
        world.script = context -> {
            other.stopped(context.run().id(), StopMode.CLEAN);
            assertThat(context.stopRequested()).isEmpty();
            node.watch.step();
            assertThat(context.stopRequested()).contains(StopMode.CLEAN);
            return new RunOutcome.Stopped("cleanly");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(STOPPED);
    }

    @Test
    void progressShouldBeKeptWhenAStopCameBetween() {
        world.script = context -> {
            context.progress(30, Optional.of("row 3"));
            other.stopped(context.run().id(), StopMode.CLEAN);
            node.writeBehind.step();
            assertThat(context.stopRequested()).contains(StopMode.CLEAN);
            node.writeBehind.step();
            assertThat(world.stored(context.run().id()).progress().percent()).isEqualTo(30);
            assertThat(world.stored(context.run().id()).status()).isEqualTo(STOPPING);
            return new RunOutcome.Stopped("cleanly");
        };
        node.ran(World.start(job));
        world.runs.assertLegal();
    }

    @Test
    void runShouldEndAsItsRunnerSaysWhenTheStopCameTooLate() {
        world.script = context -> {
            other.stopped(context.run().id(), StopMode.NOW);
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, STOPPING, COMPLETED);
        assertThat(world.deliveries(run.id())).hasSize(1);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void stoppedRunShouldNotBeTriedAgainWhenItFails() {
        world.script = context -> {
            other.stopped(context.run().id(), StopMode.NOW);
            return new RunOutcome.Failed("exit code 143");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, STOPPING, FAILED);
    }

    @Test
    void runnerShouldNotBeCalledWhenTheRunWasStoppedBeforeItBegan() {
        List<Run> begun = new ArrayList<>();
        world.script = context -> {
            begun.add(context.run());
            return new RunOutcome.Completed();
        };
        Run run = node.started(World.start(job));
        node.stopped(run.id(), StopMode.CLEAN);
        node.runThreads.runAll();

        assertThat(begun).isEmpty();
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, STOPPING, STOPPED);
    }

    @Test
    void waitingRunShouldStopAtOnceAndBeToldOf() {
        NodeFixture full = world.node("c", 0);
        Run run = full.started(World.start(job));
        Run stopped = full.stopped(run.id(), StopMode.CLEAN);
        node.turn();

        assertThat(stopped.status()).isEqualTo(STOPPED);
        assertThat(world.runs.statuses(run.id())).containsExactly(QUEUED, STOPPED);
        assertThat(world.deliveries(run.id())).hasSize(1);
    }

    @Test
    void runShouldBeQueuedAgainAtAShutdownWhenItsJobCanBeRepeated() {
        Job repeatable = world.job("repeatable", World.Definition::repeatable);
        world.script = context -> {
            node.membership.stopAccepting();
            node.live.stopAll(StopMode.CLEAN);
            assertThat(context.stopRequested()).contains(StopMode.CLEAN);
            return new RunOutcome.Stopped("cleanly");
        };
        Run run = node.ran(World.start(repeatable));
        node.turn();
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED);

        world.script = context -> new RunOutcome.Completed();
        other.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void runShouldStopAtAShutdownWhenItsJobCannotBeRepeated() {
        world.script = context -> {
            node.live.stopAll(StopMode.NOW);
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(run.id()).state().toString()).contains("shutdown");
    }

    @Test
    void runThatFailsByItselfDuringAShutdownShouldBeTriedAgainWhenItsJobSaysSo() {
        world.script = context -> {
            node.live.stopAll(StopMode.CLEAN);
            return new RunOutcome.Failed("no such table");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
    }

    @Test
    void runShouldWaitForAnotherNodeWhenTheThreadsAreClosed() {
        node.runThreads.close();
        Run run = node.started(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED);
        assertThat(node.live.isIdle()).isTrue();
        world.pass(Duration.ofSeconds(1));
        other.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void runShouldBeQueuedAgainWhenItsThreadIsGivenUpAndItsJobCanBeRepeated() {
        Job repeatable = world.job("repeatable", World.Definition::repeatable);
        world.script = context -> {
            throw new InterruptedException();
        };
        Run run = node.ran(World.start(repeatable));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
    }

    @Test
    void everyOtherRunnerShouldLearnOfAShutdownWhenOneCannotHear() {
        List<StopMode> heard = new ArrayList<>();
        world.script = context -> {
            context.onStop(mode -> {
                throw new IllegalStateException("deaf");
            });
            context.onStop(heard::add);
            node.live.stopAll(StopMode.NOW);
            return new RunOutcome.Stopped("killed");
        };
        node.ran(World.start(job));

        assertThat(heard).containsExactly(StopMode.NOW);
        assertThat(world.runs.all())
                .allSatisfy(id -> assertThat(world.stored(id).status()).isNotEqualTo(RUNNING));
    }
}
