package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.FAILED;
import static org.jobplatform.domain.run.RunStatus.STOPPED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** Wishes to stop that are not followed, and clocks that are set. */
class StopLadderTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture other = world.node("b");
    private final Job job = world.job("job", plain -> plain.retried(3, Duration.ZERO));
    private final List<StopMode> heard = new ArrayList<>();

    private void pass(Duration duration) {
        world.pass(duration);
        node.watch.step();
    }

    private void ask(RunContext context, StopMode mode) {
        context.onStop(heard::add);
        other.stopped(context.run().id(), mode);
        node.watch.step();
    }

    @Test
    void cleanStopShouldBecomeNowAndThenKillWhenItIsNotFollowedInTime() {
        world.script = context -> {
            ask(context, StopMode.CLEAN);
            pass(World.PATIENCE.clean().minusSeconds(1));
            assertThat(heard).containsExactly(StopMode.CLEAN);
            pass(Duration.ofSeconds(1));
            assertThat(heard).containsExactly(StopMode.CLEAN, StopMode.NOW);
            pass(World.PATIENCE.now().minusSeconds(1));
            assertThat(heard).containsExactly(StopMode.CLEAN, StopMode.NOW);
            pass(Duration.ofSeconds(1));
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));

        assertThat(heard).containsExactly(StopMode.CLEAN, StopMode.NOW, StopMode.KILL);
        assertThat(world.stored(run.id()).status()).isEqualTo(STOPPED);
        assertThat(world.log(run.id())).contains("(CLEAN) was not followed within PT5M; now it is NOW");
    }

    @Test
    void strongerWishShouldTakeOverAtOnceWhenItComesFromAnotherNode() {
        world.script = context -> {
            ask(context, StopMode.CLEAN);
            other.stopped(context.run().id(), StopMode.KILL);
            node.watch.step();
            return new RunOutcome.Stopped("killed");
        };
        node.ran(World.start(job));

        assertThat(heard).containsExactly(StopMode.CLEAN, StopMode.KILL);
    }

    @Test
    void attemptShouldBeWrittenOffAndNotRepeatedWhenItsRunnerDoesNotEnd() {
        world.script = context -> {
            ask(context, StopMode.KILL);
            pass(World.PATIENCE.kill());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(world.stored(context.run().id()).status()).isEqualTo(FAILED);
            assertThat(node.live.isIdle()).isTrue();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).state().toString()).contains("written off");
        assertThat(world.log(run.id())).contains("written off");
        assertThat(world.deliveries(run.id())).hasSize(1);
        world.runs.assertLegal();
    }

    @Test
    void overdueAttemptShouldBeWrittenOffAndNotRepeatedWhenItsRunnerIgnoresEveryWish() {
        Job limited = world.job(
                "limited", plain -> plain.lasting(Duration.ofMinutes(1)).retried(3, Duration.ZERO));
        world.script = context -> {
            context.onStop(heard::add);
            pass(Duration.ofMinutes(1));
            pass(World.PATIENCE.now());
            pass(World.PATIENCE.kill());
            assertThat(Thread.interrupted()).isTrue();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(limited));

        assertThat(heard).containsExactly(StopMode.NOW, StopMode.KILL);
        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
    }

    @Test
    void writtenOffAttemptShouldBeKeptWhenTheStoreIsBack() {
        world.script = context -> {
            ask(context, StopMode.KILL);
            world.pass(World.PATIENCE.kill());
            node.outages.begin();
            node.watch.step();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(node.live.isIdle()).isFalse();
            node.outages.end();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));
        node.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void timeShouldNotBeOverWhenTheClockIsSetForward() {
        Job limited = world.job("limited", plain -> plain.lasting(Duration.ofMinutes(1)));
        world.script = context -> {
            pass(Duration.ofSeconds(59));
            world.jump(Duration.ofHours(1));
            node.watch.step();
            assertThat(context.stopRequested()).isEmpty();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(limited));

        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void timeShouldBeOverWhenTheClockWasSetBack() {
        Job limited = world.job("limited", plain -> plain.lasting(Duration.ofMinutes(1)));
        world.script = context -> {
            world.jump(Duration.ofHours(-1));
            pass(Duration.ofSeconds(60));
            assertThat(context.stopRequested()).contains(StopMode.NOW);
            return new RunOutcome.Stopped("stopped");
        };
        Run run = node.ran(World.start(limited));

        assertThat(world.stored(run.id()).status()).isEqualTo(FAILED);
    }
}
