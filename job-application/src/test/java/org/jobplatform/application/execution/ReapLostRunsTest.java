package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.LOST;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.STARTING;
import static org.jobplatform.domain.run.RunStatus.STOPPING;

import java.time.Duration;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** What becomes of the runs of a node that died. */
class ReapLostRunsTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture other = world.node("b");
    private final Job job = world.job("job");
    private final Job repeatable = world.job("repeatable", World.Definition::repeatable);

    @Test
    void runShouldBeLostWithinTwentyFiveSecondsWhenItsNodeDies() {
        Run run = node.started(World.start(job));
        node.die();
        world.pass(Duration.ofSeconds(23));
        other.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(STARTING);

        world.pass(Duration.ofSeconds(1));
        other.turn();
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, LOST);
        assertThat(world.deliveries(run.id())).hasSize(1);
    }

    @Test
    void runShouldBeCarriedOutAgainWhenItsNodeDiesAndItsJobCanBeRepeated() {
        Run run = node.started(World.start(repeatable));
        node.die();
        world.pass(Duration.ofSeconds(25));
        other.turn();

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STARTING, COMPLETED);
        assertThat(world.stored(run.id()).attempt()).isEqualTo(2);
    }

    @Test
    void stoppedRunShouldNotBeCarriedOutAgainWhenItsNodeDies() {
        Run run = node.started(World.start(repeatable));
        other.stopped(run.id(), StopMode.CLEAN);
        node.die();
        world.pass(Duration.ofSeconds(25));
        other.turn();

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, STOPPING, LOST);
    }

    @Test
    void restartedNodeShouldSettleItsEarlierLifeAsSoonAsTheLeaseHasEnded() {
        Run run = node.started(World.start(job));
        node.die();
        NodeFixture again = world.node("a");
        world.pass(Duration.ofSeconds(14));
        again.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(STARTING);
        world.pass(Duration.ofSeconds(1));
        again.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
    }

    @Test
    void slotShouldBeFreeAgainWhenTheRunThatHeldItIsLost() {
        Job limited = world.job("limited", plain -> plain.limited(1, Concurrency.WhenFull.QUEUE));
        Run lost = node.started(World.start(limited));
        Run waiting = other.started(World.start(limited));
        other.turn();
        assertThat(world.stored(waiting.id()).status()).isEqualTo(QUEUED);
        node.die();
        world.pass(Duration.ofSeconds(25));
        other.turn();

        assertThat(world.stored(lost.id()).status()).isEqualTo(LOST);
        assertThat(world.stored(waiting.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void nodeShouldNotReapItselfWhenItsOwnLeaseHasLapsed() {
        Run run = node.started(World.start(repeatable));
        node.freeze(true);
        world.pass(Duration.ofSeconds(40));
        node.reap.step();

        assertThat(world.stored(run.id()).status()).isEqualTo(STARTING);
    }

    @Test
    void runShouldBeLostAfterAHundredAttemptsWhenItTakesEveryNodeDown() {
        Run run = node.started(World.start(repeatable));
        for (int i = 1; i < 100; i++) {
            world.runs.update(world.runs
                    .update(world.stored(run.id()).retry(world.time.instant(), world.time.instant()))
                    .claim(node.membership.owner(), world.time.instant()));
        }
        node.die();
        world.pass(Duration.ofSeconds(25));
        other.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
    }

    @Test
    void everyRunShouldBeSettledWhenTheDeadNodeHadManyOfThem() {
        NodeFixture large = world.node("c", 201);
        for (int i = 0; i < 201; i++) {
            large.started(World.start(job));
        }
        large.die();
        world.pass(Duration.ofSeconds(25));
        other.turn();
        other.turn();

        assertThat(world.runs.all())
                .hasSize(201)
                .allSatisfy(id -> assertThat(world.stored(id).status()).isEqualTo(LOST));
    }

    @Test
    void eachRunShouldBeSettledOnceWhenTwoNodesReap() {
        NodeFixture third = world.node("c");
        Run run = node.started(World.start(repeatable));
        node.die();
        world.pass(Duration.ofSeconds(25));
        other.outages.plan((number, call) -> {
            if (call.equals("RunStore.requeue")) {
                // Both have read; the other is quicker.
                other.outages.end();
                third.reap.step();
            }
            return Outages.Fault.NONE;
        });
        other.reap.step();

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED);
    }
}
