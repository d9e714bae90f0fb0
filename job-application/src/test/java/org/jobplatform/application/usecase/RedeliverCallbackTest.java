package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.Outages;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

class RedeliverCallbackTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void redeliveryShouldBeADeliveryOfItsOwnThatIsAttemptedAtOnce() {
        Run run = node.ran(World.start(job));
        node.callbackThreads.runAll();
        Delivery added = node.redeliver.redeliver(run.id(), 1, AccessExamples.ALICE);
        node.callbackThreads.runAll();

        assertThat(added.number()).isEqualTo(2);
        assertThat(world.deliveries(run.id()))
                .extracting(Delivery::status)
                .containsExactly(Delivery.Status.CONFIRMED, Delivery.Status.CONFIRMED);
        assertThat(world.deliveries(run.id())).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    void redeliveryShouldBeginTheScheduleAnewWhenTheFirstIsExhausted() {
        world.notifier = new ScriptedNotifier(new DeliveryResult.Unreachable("connection refused"));
        Run run = node.ran(World.start(job));
        for (int minutes = 0; minutes < 5_000; minutes += 30) {
            node.turn();
            world.time.advance(Duration.ofMinutes(30));
            node.lease.step();
        }
        assertThat(world.deliveries(run.id()).getFirst().status()).isEqualTo(Delivery.Status.EXHAUSTED);
        node.redeliver.redeliver(run.id(), 1, AccessExamples.ALICE);
        node.callbackThreads.runAll();

        assertThat(world.deliveries(run.id()).getLast())
                .extracting(Delivery::status, Delivery::attempts)
                .containsExactly(Delivery.Status.PENDING, 1);
    }

    @Test
    void redeliveryShouldBeRefusedWhenTheRunHasNotEnded() {
        Run run = node.started(World.start(job));

        assertThatExceptionOfType(DeliveryFailure.RunUnfinished.class)
                .isThrownBy(() -> node.redeliver.redeliver(run.id(), 1, AccessExamples.ALICE));
    }

    @Test
    void redeliveryShouldBeRefusedWhenThereIsNoSuchRunOrDelivery() {
        Run run = node.ran(World.start(job));

        assertThatExceptionOfType(DeliveryFailure.NotFound.class)
                .isThrownBy(() -> node.redeliver.redeliver(run.id(), 2, AccessExamples.ALICE));
        assertThatExceptionOfType(RunFailure.NotFound.class)
                .isThrownBy(() -> node.redeliver.redeliver(new RunId("never"), 1, AccessExamples.ALICE));
    }

    @Test
    void redeliveryShouldGetTheNextNumberWhenAnotherCameBetween() {
        Run run = node.ran(World.start(job));
        node.outages.plan((number, call) -> {
            if (call.equals("DeliveryStore.add")) {
                node.outages.end();
                node.redeliver.redeliver(run.id(), 1, AccessExamples.ALICE);
            }
            return Outages.Fault.NONE;
        });

        assertThat(node.redeliver.redeliver(run.id(), 1, AccessExamples.ALICE).number())
                .isEqualTo(3);
        node.callbackThreads.runAll();
        assertThat(node.deliver.inFlight()).isZero();
    }
}
