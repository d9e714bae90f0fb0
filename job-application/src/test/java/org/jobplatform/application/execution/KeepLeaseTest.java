package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.LOST;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.STARTING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** Nodes that lose their lease, live on, and must not harm what others have taken over. */
class KeepLeaseTest {
    private static final Duration TWO_THIRDS = Duration.ofSeconds(10);
    private static final Duration TAKEOVER = Duration.ofSeconds(25);

    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");
    private final Job repeatable = world.job("repeatable", World.Definition::repeatable);

    @Test
    void nodeShouldKillItsRunnersWhenTwoThirdsOfItsLeaseAreUnrenewed() {
        Owner before = node.membership.owner();
        world.script = context -> {
            node.outages.begin();
            world.pass(TWO_THIRDS.minusSeconds(1));
            assertThat(context.stopRequested()).isEmpty();
            world.pass(Duration.ofSeconds(1));
            assertThat(context.stopRequested()).contains(StopMode.KILL);
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));

        assertThat(node.membership.owner()).isNotEqualTo(before);
        assertThat(node.live.isIdle()).isTrue();
        assertThat(world.stored(run.id()).status()).isEqualTo(STARTING);
    }

    @Test
    void nodeShouldSettleWhatItsEarlierLifeLeftWhenTheStoreIsBack() {
        world.script = context -> {
            node.outages.begin();
            world.pass(TWO_THIRDS);
            return new RunOutcome.Stopped("killed");
        };
        Run lost = node.ran(World.start(job));
        world.script = context -> new RunOutcome.Completed();
        node.outages.end();
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(world.stored(lost.id()).status()).isEqualTo(STARTING);

        world.pass(Duration.ofSeconds(5));
        node.turn();
        assertThat(world.stored(lost.id()).status()).isEqualTo(LOST);
        assertThat(world.deliveries(lost.id())).hasSize(1);
        Run next = node.ran(World.start(job));
        assertThat(world.stored(next.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void outcomeShouldBeKeptWhenTheRunnerWasDoneBeforeTheLeaseWasLost() {
        world.script = context -> {
            node.outages.begin();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(repeatable));
        world.pass(Duration.ofSeconds(12));
        node.outages.end();
        node.writeBehind.step();

        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void nodeShouldClaimNothingWhileItsLeaseIsInDoubt() {
        node.freeze(true);
        world.pass(TWO_THIRDS);
        Run run = node.started(World.start(job));
        node.dispatcher.step();

        assertThat(run.status()).isEqualTo(QUEUED);
        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
        node.freeze(false);
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void nodeShouldJoinAsAnotherOwnerWhenNobodyKnowsWhetherItHasJoined() {
        node.freeze(true);
        world.pass(TWO_THIRDS);
        node.outages.hit("LeaseStore.join", Outages.Fault.AFTER, 1);
        node.lease.step();
        world.pass(Duration.ofSeconds(40));
        NodeFixture other = world.node("b");
        List<Owner> takenForDead = world.storage.leases().lapsed(other.membership.owner(), Duration.ofSeconds(9));
        node.freeze(false);
        node.lease.step();

        assertThat(takenForDead).isNotEmpty();
        assertThat(node.membership.claimant()).isPresent().get().isNotIn(takenForDead);
    }

    @Test
    void frozenNodeShouldFenceItselfWhenItWakesEvenIfItsLeaseCouldBeRenewed() {
        world.script = context -> {
            List<StopMode> heard = new ArrayList<>();
            context.onStop(heard::add);
            node.freeze(true);
            world.pass(Duration.ofSeconds(40));
            node.freeze(false);
            assertThat(heard).isEmpty();
            node.lease.step();
            assertThat(heard).containsExactly(StopMode.KILL);
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));
        world.pass(TAKEOVER);
        node.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
    }

    @Test
    void runnerShouldBeToldToEndWhenItAsksFirstAfterItsNodeStoodStill() {
        Owner before = node.membership.owner();
        world.script = context -> {
            node.freeze(true);
            world.pass(TWO_THIRDS.minusSeconds(1));
            assertThat(context.stopRequested()).isEmpty();
            world.pass(Duration.ofSeconds(1));
            assertThat(context.stopRequested()).contains(StopMode.KILL);
            assertThat(node.membership.owner()).isNotEqualTo(before);
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));
        node.freeze(false);
        world.pass(TAKEOVER);
        node.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
        world.script = context -> new RunOutcome.Completed();
        assertThat(world.stored(node.ran(World.start(job)).id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void runnerShouldNotBeCalledWhenItsNodeStoodStillBeforeItsLoopsNoticed() {
        List<Integer> attempts = new ArrayList<>();
        world.script = context -> {
            attempts.add(context.run().attempt());
            return new RunOutcome.Completed();
        };
        NodeFixture other = world.node("b");
        Run run = node.started(World.start(repeatable));
        node.freeze(true);
        world.pass(TAKEOVER);
        other.reap.step();
        node.runThreads.runAll();
        assertThat(attempts).isEmpty();
        other.turn();

        assertThat(attempts).containsExactly(2);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STARTING, COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void leaseShouldStayLostWhenARunnerNoticedItWhileItWasBeingRenewed() {
        world.script = context -> {
            Owner before = node.membership.owner();
            node.outages.afterwards("LeaseStore.renew", () -> {
                world.time.advance(Duration.ofSeconds(30));
                assertThat(context.stopRequested()).contains(StopMode.KILL);
            });
            node.lease.step();
            assertThat(node.membership.owner()).isNotEqualTo(before);
            assertThat(node.membership.claimant()).isEmpty();
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));
        world.pass(TAKEOVER);
        node.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
        assertThat(node.membership.claimant()).isPresent();
    }

    @Test
    void fencedNodeShouldWriteNothingWhenItsRunWasTakenOver() {
        NodeFixture other = world.node("b");
        List<Integer> attempts = new ArrayList<>();
        world.script = context -> {
            attempts.add(context.run().attempt());
            if (context.run().attempt() == 2) {
                return new RunOutcome.Completed();
            }
            node.freeze(true);
            world.pass(TAKEOVER);
            other.turn();
            long version = world.stored(context.run().id()).version();
            context.progress(99, Optional.of("a ghost"));
            node.writeBehind.step();
            assertThat(context.stopRequested()).contains(StopMode.KILL);
            context.log(LogSeverity.ERROR, "a ghost ".repeat(20_000));
            node.writeBehind.step();
            assertThat(world.stored(context.run().id()).version()).isEqualTo(version);
            return new RunOutcome.Failed("a ghost");
        };
        Run run = node.ran(World.start(repeatable));
        node.writeBehind.step();

        assertThat(attempts).containsExactly(1, 2);
        assertThat(world.runs.statuses(run.id())).containsExactly(STARTING, QUEUED, STARTING, COMPLETED);
        assertThat(world.deliveries(run.id())).hasSize(1);
        assertThat(world.log(run.id())).doesNotContain("a ghost");
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void runThatArrivesAfterItsNodeWasFencedShouldBeQueuedAgain() {
        List<Integer> attempts = new ArrayList<>();
        world.script = context -> {
            attempts.add(context.run().attempt());
            return new RunOutcome.Completed();
        };
        Run run = node.started(World.start(job));
        node.freeze(true);
        world.pass(Duration.ofSeconds(12));
        node.lease.step();
        node.runThreads.runAll();

        assertThat(attempts).isEmpty();
        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
        node.freeze(false);
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(attempts).containsExactly(2);
        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void runnerShouldNotBeCalledWhenItsNodeWasFencedDuringTheStart() {
        List<Integer> attempts = new ArrayList<>();
        world.script = context -> {
            attempts.add(context.run().attempt());
            return new RunOutcome.Completed();
        };
        node.outages.afterwards("RunStore.add", () -> {
            node.freeze(true);
            world.pass(Duration.ofSeconds(12));
            node.lease.step();
            node.freeze(false);
        });
        Run run = node.ran(World.start(job));

        assertThat(attempts).isEmpty();
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(attempts).containsExactly(2);
        assertThat(world.stored(run.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void linesOfAFencedRunShouldNotBeWrittenLate() {
        world.script = context -> {
            context.log(LogSeverity.INFO, "a ghost");
            node.freeze(true);
            world.pass(Duration.ofSeconds(12));
            node.lease.step();
            node.writeBehind.step();
            return new RunOutcome.Stopped("killed");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.log(run.id())).isEmpty();
    }

    @Test
    void runShouldWaitWhenItIsStartedOnANodeThatDoesNotKnowYetThatItsLeaseWasTakenAway() {
        node.freeze(true);
        world.pass(Duration.ofSeconds(9));
        world.storage.leases().leave(node.membership.owner());
        Run run = node.ran(World.start(job));
        assertThat(world.stored(run.id()).status()).isEqualTo(QUEUED);
        assertThat(node.live.isIdle()).isTrue();

        node.freeze(false);
        world.pass(Duration.ofSeconds(1));
        node.turn();
        assertThat(world.runs.statuses(run.id())).containsExactly(QUEUED, STARTING, COMPLETED);
    }

    @Test
    void runShouldWaitWhenItsStartReachesTheStoreLongAfterItsNodeWasTakenForDead() {
        NodeFixture other = world.node("b");
        Owner taken = node.membership.owner();
        node.freeze(true);
        world.pass(TAKEOVER);
        other.turn();
        Run late = world.storage
                .runs()
                .add(StartExample.of(job, "late").on(taken).build())
                .run();
        node.die();
        other.turn();

        assertThat(late.status()).isEqualTo(QUEUED);
        assertThat(world.stored(late.id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void leaseShouldBeLeftToBeSettledWhenTheNodeStopsWithRunsUnfinished() {
        NodeFixture other = world.node("b");
        Run run = node.started(World.start(job));
        node.freeze(true);
        node.lease.leave();
        world.pass(TAKEOVER.minus(World.LEASE));
        other.turn();
        other.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(LOST);
        assertThat(world.storage.leases().lapsed(other.membership.owner(), Duration.ZERO))
                .isEmpty();
    }
}
