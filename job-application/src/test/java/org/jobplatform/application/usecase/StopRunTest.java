package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.Outages;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class StopRunTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final NodeFixture api = world.node("b", 0);
    private final Job job = world.job("job");

    @Test
    void stopShouldBeRefusedWhenThereIsNoSuchRun() {
        assertThatExceptionOfType(RunFailure.NotFound.class)
                .isThrownBy(() -> node.stopped(new RunId("other"), StopMode.NOW));
    }

    @Test
    void stopShouldBeRefusedAndChangeNothingWhenTheRunHasEnded() {
        Run run = node.ran(World.start(job));
        long version = world.stored(run.id()).version();

        assertThatExceptionOfType(RunFailure.NotAllowed.class)
                .isThrownBy(() -> node.stopped(run.id(), StopMode.NOW))
                .extracting(RunFailure.NotAllowed::status)
                .isEqualTo(RunStatus.COMPLETED);
        assertThat(world.stored(run.id()).version()).isEqualTo(version);
        assertThat(world.deliveries(run.id())).hasSize(1);
    }

    @Test
    void weakerStopShouldWriteNothingWhenAStrongerCameBefore() {
        Run run = node.started(World.start(job));
        Run first = node.stopped(run.id(), StopMode.NOW);
        Run second = node.stopped(run.id(), StopMode.CLEAN);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void stopShouldBeDecidedAnewWhenTheRunWasClaimedMeanwhile() {
        Run run = api.started(World.start(job));
        api.outages.plan((number, call) -> {
            if (call.equals("RunStore.finish")) {
                api.outages.end();
                node.dispatcher.step();
            }
            return Outages.Fault.NONE;
        });
        Run stopped = api.stopped(run.id(), StopMode.NOW);

        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPING);
        assertThat(world.deliveries(run.id())).isEmpty();
        node.watch.step();
        node.runThreads.runAll();
        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(world.deliveries(run.id())).hasSize(1);
    }

    @Test
    void stopShouldGiveUpWhenTheRunIsChangedAgainAndAgain() {
        Run run = node.started(World.start(job));
        node.outages.plan((number, call) -> {
            if (call.equals("RunStore.update")) {
                Run stored = world.stored(run.id());
                world.runs.update(stored.withProgress(stored.progress().advance(0, Optional.of("again"))));
            }
            return Outages.Fault.NONE;
        });

        assertThatExceptionOfType(RunFailure.Stale.class).isThrownBy(() -> node.stopped(run.id(), StopMode.NOW));
    }

    @Test
    void runnerShouldLearnOfAStopWhoseAnswerWasLost() {
        Run run = node.started(World.start(job));
        node.outages.hit("RunStore.update", Outages.Fault.AFTER, 1);
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> node.stopped(run.id(), StopMode.NOW));
        assertThat(node.stopped(run.id(), StopMode.NOW).status()).isEqualTo(RunStatus.STOPPING);
        node.runThreads.runAll();

        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void everyUnfinishedRunOfAJobShouldStopAndNoOther() {
        Run ended = node.ran(World.start(job));
        Run atWork = node.started(World.start(job));
        Run waiting = api.started(World.start(job));
        Job another = world.job("other");
        Run other = node.started(World.start(another));
        List<Run> stopped = node.stopJob.stop(job, StopMode.NOW, "enough", AccessExamples.ALICE);

        assertThat(stopped).extracting(Run::id).containsExactly(atWork.id(), waiting.id());
        assertThat(stopped).extracting(Run::status).containsExactly(RunStatus.STOPPING, RunStatus.STOPPED);
        assertThat(world.stored(ended.id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(world.stored(other.id()).status()).isEqualTo(RunStatus.STARTING);
        assertThat(node.stopJob.stop(another, StopMode.NOW, "enough", AccessExamples.ALICE))
                .hasSize(1);
    }
}
