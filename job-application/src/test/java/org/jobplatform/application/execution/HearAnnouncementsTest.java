package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node learns without looking: each wait here would otherwise last longer than the test may. */
@Timeout(20)
class HearAnnouncementsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture other = world.node("b");
    private final Job job = world.job("job");

    @Test
    void runnerShouldLearnAtOnceWhenAnotherNodeIsAskedToStopItsRun() {
        world.script = context -> {
            other.stopped(context.run().id(), StopMode.NOW);
            assertThat(context.stopRequested()).isEmpty();
            node.watchSignal.await(LONG);
            node.watch.step();
            assertThat(context.stopRequested()).contains(StopMode.NOW);
            return new RunOutcome.Stopped("asked to");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void nodeShouldLookForWorkAtOnceWhenARunWaitsThatAnotherHasNoRoomFor() throws InterruptedException {
        NodeFixture full = world.node("c", 0);
        Run run = full.started(World.start(job));

        other.work.await(LONG);
        other.turn();

        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void waiterShouldLearnAtOnceWhenTheRunEndsOnAnotherNode() throws InterruptedException {
        Run run = node.started(World.start(job));
        Signal ended = new Signal();
        other.endings.subscribe(run.id(), ended);
        other.endings.askOthers(run);

        node.runThreads.runAll();
        ended.await(LONG);

        assertThat(world.stored(run.id()).isEnded()).isTrue();
    }
}
