package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.WiredNode;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.Test;

class AwaitRunTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void runShouldComeAtOnceWhenItHasEnded() throws InterruptedException {
        Run run = node.ran(World.start(job));

        assertThat(node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE).status())
                .isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void runShouldComeAsItIsWhenTheTimeIsOver() throws InterruptedException {
        Run run = node.started(World.start(job));

        assertThat(node.await
                        .await(run.id(), Duration.ZERO, AccessExamples.ALICE)
                        .status())
                .isEqualTo(RunStatus.STARTING);
    }

    @Test
    void waitingShouldBeRefusedWhenThereIsNoSuchRun() {
        assertThatExceptionOfType(RunFailure.NotFound.class)
                .isThrownBy(() -> node.await.await(new RunId("other"), FOR_EVER, AccessExamples.ALICE));
    }

    @Test
    void everyWaiterShouldGoOnWhenTheRunEndsOnAnyNode() throws Exception {
        Run run = node.started(World.start(job));
        NodeFixture other = world.node("b");
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Run>> waiters = List.of(
                    threads.submit(() -> node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE)),
                    threads.submit(() -> node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE)),
                    threads.submit(() -> other.await.await(run.id(), FOR_EVER, AccessExamples.ALICE)));
            node.runThreads.runAll();

            for (Future<Run> waiter : waiters) {
                assertThat(waiter.get(20, TimeUnit.SECONDS).status()).isEqualTo(RunStatus.COMPLETED);
            }
        }
    }

    @Test
    void waitingShouldBeRefusedWhenEveryPlaceIsTakenUntilOneIsGivenBack() throws InterruptedException {
        Run run = node.ran(World.start(job));
        List<AwaitRun.Reserved> taken =
                Stream.generate(node.await::reserve).limit(WiredNode.WAITS).toList();

        assertThatExceptionOfType(LimitFailure.Full.class)
                .isThrownBy(() -> node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE));
        assertThat(taken.getFirst()
                        .await(run.id(), FOR_EVER, AccessExamples.ALICE)
                        .isEnded())
                .isTrue();
        taken.getFirst().close();
        assertThat(node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE).isEnded())
                .isTrue();
        assertThat(node.await.await(run.id(), FOR_EVER, AccessExamples.ALICE).isEnded())
                .isTrue();
    }

    @Test
    void placeShouldBeGivenBackWhenTheWaitFails() {
        for (int wait = 0; wait < 2 * WiredNode.WAITS; wait++) {
            assertThatExceptionOfType(RunFailure.NotFound.class)
                    .isThrownBy(() -> node.await.await(new RunId("other"), FOR_EVER, AccessExamples.ALICE));
        }
    }
}
