package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.LOST;
import static org.jobplatform.domain.run.RunStatus.PAUSED;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.RUNNING;
import static org.jobplatform.domain.run.RunStatus.STARTING;
import static org.jobplatform.domain.run.RunStatus.STOPPED;
import static org.jobplatform.domain.run.RunStatus.STOPPING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** Runs that are held and go on. */
class PauseLifeTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture other = world.node("b");
    private final Job job = world.job("job");
    private final List<Object> heard = new ArrayList<>();

    /** The runner of a run that others see as RUNNING. */
    private RunId atWork(RunContext context) {
        context.onPause(heard::add);
        context.onStop(heard::add);
        node.writeBehind.step();
        return context.run().id();
    }

    @Test
    void runnerShouldLearnAtOnceWhenItsOwnNodeIsAsked() {
        world.script = context -> {
            RunId id = atWork(context);
            assertThat(node.pause.pause(id, AccessExamples.ALICE).status()).isEqualTo(PAUSED);
            assertThat(heard).containsExactly(true);
            assertThat(node.resume.resume(id, AccessExamples.ALICE).status()).isEqualTo(RUNNING);
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(heard).containsExactly(true, false);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, RUNNING, PAUSED, RUNNING, COMPLETED);
    }

    @Test
    void runnerShouldLearnInTheNextTurnWhenAnotherNodeIsAsked() {
        world.script = context -> {
            RunId id = atWork(context);
            other.pause.pause(id, AccessExamples.ALICE);
            assertThat(heard).isEmpty();
            node.watch.step();
            assertThat(heard).containsExactly(true);
            other.resume.resume(id, AccessExamples.ALICE);
            node.watch.step();
            assertThat(heard).containsExactly(true, false);
            return new RunOutcome.Completed();
        };
        node.ran(World.start(job));

        world.runs.assertLegal();
        assertThat(heard).containsExactly(true, false);
    }

    @Test
    void progressShouldBeKeptWhenThePauseCameBetween() {
        world.script = context -> {
            RunId id = atWork(context);
            context.progress(30, Optional.of("row 3"));
            other.pause.pause(id, AccessExamples.ALICE);
            node.writeBehind.step();
            node.writeBehind.step();
            assertThat(world.stored(id).status()).isEqualTo(PAUSED);
            assertThat(world.stored(id).progress().percent()).isEqualTo(30);
            assertThat(heard).containsExactly(true);
            return new RunOutcome.Completed();
        };
        node.ran(World.start(job));
    }

    @Test
    void runShouldGoOnAndEndWhenItsRunnerWasDoneAtThatMoment() {
        world.script = context -> {
            other.pause.pause(atWork(context), AccessExamples.ALICE);
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, RUNNING, PAUSED, RUNNING, COMPLETED);
        world.runs.assertLegal();
        assertThat(world.deliveries(run.id())).hasSize(1);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void stopShouldEndTheHoldFirst() {
        world.script = context -> {
            RunId id = atWork(context);
            node.pause.pause(id, AccessExamples.ALICE);
            other.stopped(id, StopMode.CLEAN);
            node.watch.step();
            return new RunOutcome.Stopped("at row 3");
        };
        Run run = node.ran(World.start(job));

        assertThat(heard).containsExactly(true, false, StopMode.CLEAN);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, RUNNING, PAUSED, STOPPING, STOPPED);
    }

    @Test
    void pausedRunShouldStopOrBeQueuedAgainAtAShutdown() {
        world.script = context -> {
            node.pause.pause(atWork(context), AccessExamples.ALICE);
            node.live.stopAll(StopMode.CLEAN);
            return new RunOutcome.Stopped("cleanly");
        };
        Run stopped = node.ran(World.start(job));
        Run repeated = node.ran(World.start(world.job("repeatable", World.Definition::repeatable)));

        assertThat(world.stored(stopped.id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(repeated.id()).status()).isEqualTo(QUEUED);
        world.runs.assertLegal();
    }

    @Test
    void pausedRunShouldBeLostWithItsNode() {
        world.script = context -> {
            node.pause.pause(atWork(context), AccessExamples.ALICE);
            node.die();
            world.pass(Duration.ofSeconds(26));
            other.reap.step();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, RUNNING, PAUSED, LOST);
    }

    @Test
    void timeShouldNotCountWhileTheRunIsHeld() {
        Job limited = world.job("limited", plain -> plain.lasting(Duration.ofMinutes(1)));
        world.script = context -> {
            RunId id = atWork(context);
            world.pass(Duration.ofSeconds(40));
            node.pause.pause(id, AccessExamples.ALICE);
            world.pass(Duration.ofHours(1));
            node.watch.step();
            assertThat(context.stopRequested()).isEmpty();
            node.resume.resume(id, AccessExamples.ALICE);
            world.pass(Duration.ofSeconds(19));
            node.watch.step();
            assertThat(context.stopRequested()).isEmpty();
            world.pass(Duration.ofSeconds(1));
            node.watch.step();
            assertThat(context.stopRequested()).contains(StopMode.NOW);
            return new RunOutcome.Stopped("stopped");
        };
        Run run = node.ran(World.start(limited));

        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void pauseShouldBeRefusedWhenTheRunIsNotRunning() {
        Run waiting = world.node("c", 0).started(World.start(job));
        Run starting = node.started(World.start(job));

        for (RunId id : List.of(waiting.id(), starting.id())) {
            assertThatExceptionOfType(RunFailure.NotAllowed.class)
                    .isThrownBy(() -> node.pause.pause(id, AccessExamples.ALICE));
            assertThatExceptionOfType(RunFailure.NotAllowed.class)
                    .isThrownBy(() -> node.resume.resume(id, AccessExamples.ALICE));
        }
        assertThatExceptionOfType(RunFailure.NotFound.class)
                .isThrownBy(() -> node.pause.pause(new RunId("another"), AccessExamples.ALICE));
    }

    @Test
    void pauseShouldBeRefusedByNameWhenTheRunnerCannotHoldItsWork() {
        TaskRunners stubborn = new TaskRunners(List.of(ScriptedTaskRunner.ending("noop", new RunOutcome.Completed())));
        FinishRun finish = new FinishRun(
                world.runs,
                new CallbackFormats(List.of(), world.endedRuns(), world.ids),
                node.endings,
                node.known,
                node.storeTime,
                node.work,
                node.deliver,
                new Signal());
        PauseRun pause = new PauseRun(world.runs, finish, node.live, world.storage.jobs(), stubborn, world.time);
        world.script = context -> {
            RunId id = atWork(context);
            assertThatExceptionOfType(RunFailure.NotAllowed.class)
                    .isThrownBy(() -> pause.pause(id, AccessExamples.ALICE))
                    .withMessageContaining("the runner noop cannot hold its work");
            assertThat(world.stored(id).status()).isEqualTo(RUNNING);
            return new RunOutcome.Completed();
        };
        node.ran(World.start(job));

        assertThat(heard).isEmpty();
    }
}
