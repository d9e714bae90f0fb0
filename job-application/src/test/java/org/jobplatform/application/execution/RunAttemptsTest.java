package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.FAILED;
import static org.jobplatform.domain.run.RunStatus.LOST;
import static org.jobplatform.domain.run.RunStatus.RUNNING;
import static org.jobplatform.domain.run.RunStatus.STOPPED;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Claim;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** Every attempt at a run is kept, whatever came of it. */
class RunAttemptsTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");

    @Test
    void attemptsShouldTellOfEachFailureAndOfTheLastSuccess() {
        Job job = world.job("job", plain -> plain.retried(2, Duration.ofSeconds(10)));
        world.script = context -> {
            world.pass(Duration.ofSeconds(5));
            return context.run().attempt() == 1 ? new RunOutcome.Failed("no table") : new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));
        assertThat(node.queries.attempts(run.id(), AccessExamples.ALICE))
                .extracting(RunAttempt::status)
                .containsExactly(FAILED);
        world.pass(Duration.ofSeconds(10));
        node.turn();

        assertThat(node.queries.attempts(run.id(), AccessExamples.ALICE))
                .containsExactly(
                        new RunAttempt(
                                1,
                                Optional.of(new Claim("a", RunExamples.NOW)),
                                Optional.of(RunExamples.NOW.plusSeconds(5)),
                                FAILED,
                                "no table"),
                        new RunAttempt(
                                2,
                                Optional.of(new Claim("a", RunExamples.NOW.plusSeconds(15))),
                                Optional.of(RunExamples.NOW.plusSeconds(20)),
                                COMPLETED,
                                ""));
    }

    @Test
    void nextAttemptShouldBeMadeInTimeWhenTheClockOfItsNodeWasAnHourAhead() {
        Job job = world.job("job", plain -> plain.retried(2, Duration.ofSeconds(10)));
        NodeFixture other = world.node("b");
        world.script = context ->
                context.run().attempt() == 1 ? new RunOutcome.Failed("no table") : new RunOutcome.Completed();
        node.setClockError(Duration.ofHours(1));
        Run run = node.ran(World.start(job));
        node.die();
        world.pass(Duration.ofSeconds(11));
        other.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void attemptShouldBeToldOfWhileItIsMadeAndWhenItsNodeDied() {
        Job job = world.job("job", World.Definition::repeatable);
        NodeFixture other = world.node("b");
        world.script = context -> {
            if (context.run().attempt() > 1) {
                return new RunOutcome.Completed();
            }
            node.writeBehind.step();
            assertThat(node.queries.attempts(context.run().id(), AccessExamples.ALICE))
                    .extracting(RunAttempt::status)
                    .containsExactly(RUNNING);
            node.die();
            world.pass(Duration.ofSeconds(26));
            other.turn();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(other.queries.attempts(run.id(), AccessExamples.ALICE))
                .extracting(RunAttempt::status)
                .containsExactly(LOST, COMPLETED);
        assertThat(other.queries
                        .attempts(run.id(), AccessExamples.ALICE)
                        .getFirst()
                        .message())
                .contains("node a died");
    }

    @Test
    void attemptShouldBeKeptWhenAShutdownEndedItAndNoneAddedWhenTheWaitIsStopped() {
        Job job = world.job("job", World.Definition::repeatable);
        world.script = context -> {
            node.membership.stopAccepting();
            node.live.stopAll(StopMode.CLEAN);
            return new RunOutcome.Stopped("cleanly");
        };
        Run run = node.ran(World.start(job));
        node.stopped(run.id(), StopMode.NOW);

        assertThat(node.queries.attempts(run.id(), AccessExamples.ALICE))
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.status()).isEqualTo(STOPPED);
                    assertThat(attempt.message()).contains("shutdown");
                });
    }

    @Test
    void runShouldHaveNoAttemptWhenItStillWaits() {
        Run run = world.node("c", 0).started(World.start(world.job("job")));

        assertThat(node.queries.attempts(run.id(), AccessExamples.ALICE)).isEmpty();
    }
}
