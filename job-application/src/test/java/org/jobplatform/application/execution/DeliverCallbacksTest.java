package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.Test;

/** Callbacks on their way, attempt by attempt. */
class DeliverCallbacksTest {
    private static final DeliveryResult REFUSED = new DeliveryResult.Unreachable("connection refused");

    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void scheduleShouldBeWalkedToItsEndAcrossARestart() {
        world.notifier = new ScriptedNotifier(REFUSED);
        Run run = node.ran(informatica());
        drive(node, Duration.ofMinutes(10));
        assertThat(seconds(run)).containsExactly(0L, 0L, 0L, 30L, 90L, 210L, 390L, 570L);

        node.die();
        world.pass(Duration.ofHours(5));
        Instant restarted = world.time.instant();
        NodeFixture again = world.node("a");
        drive(again, Duration.ofMinutes(40));

        List<DeliveryAttempt> attempts = attempts(run);
        assertThat(attempts).hasSize(14);
        assertThat(attempts)
                .extracting(DeliveryAttempt::number)
                .startsWith(1, 2, 3)
                .endsWith(13, 14);
        assertThat(attempts.subList(8, 14))
                .extracting(attempt -> Duration.between(restarted, attempt.at()).toSeconds())
                .containsExactly(0L, 180L, 360L, 540L, 720L, 900L);
        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.EXHAUSTED);
    }

    @Test
    void bodyShouldBeTheSameInEveryAttempt() {
        ScriptedNotifier receiver =
                new ScriptedNotifier(REFUSED, new DeliveryResult.Rejected(500, Optional.empty()), confirmed());
        world.notifier = receiver;
        Run run = node.ran(informatica());
        node.turn();

        assertThat(receiver.delivered()).hasSize(3);
        assertThat(receiver.delivered())
                .extracting(Delivery::body)
                .containsOnly(delivery(run).body());
        assertThat(receiver.delivered())
                .extracting(Delivery::id)
                .containsOnly(delivery(run).id());
        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    void receiverShouldSeeTheEndOfTheRunWhenItIsTold() {
        List<Boolean> ended = new ArrayList<>();
        world.notifier = delivery -> {
            ended.add(world.stored(delivery.run()).isEnded());
            return confirmed();
        };
        node.ran(informatica());
        node.turn();

        assertThat(ended).containsExactly(true);
    }

    @Test
    void attemptShouldCountWhenTheNotifierBreaks() {
        world.notifier = delivery -> {
            throw new IllegalStateException("no route");
        };
        Run run = node.ran(informatica());
        node.turn();

        assertThat(attempts(run)).hasSize(3);
        assertThat(attempts(run).getFirst().result().toString()).contains("no route");
        assertThat(node.deliver.inFlight()).isZero();
    }

    @Test
    void attemptShouldBeMadeAgainWhenItsNodeDiedWithIt() {
        ScriptedNotifier receiver = ScriptedNotifier.confirming();
        world.notifier = receiver;
        Run run = node.ran(informatica());
        node.deliver.step();
        node.die();
        NodeFixture other = world.node("b");
        drive(other, Duration.ofSeconds(39));
        assertThat(receiver.delivered()).isEmpty();
        drive(other, Duration.ofSeconds(2));

        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    void attemptShouldBeMadeAgainWhenItCouldNotBeRecorded() {
        ScriptedNotifier receiver = ScriptedNotifier.confirming();
        world.notifier = receiver;
        Run run = node.ran(informatica());
        node.outages.hit("DeliveryStore.record", Outages.Fault.BEFORE, 1);
        node.turn();
        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.PENDING);
        drive(node, Duration.ofSeconds(61));

        assertThat(receiver.delivered()).hasSize(2);
        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    void attemptShouldBeDroppedWhenAnotherNodeHasMadeIt() {
        NodeFixture other = world.node("b");
        Run run = node.ran(informatica());
        node.deliver.step();
        world.pass(Duration.ofSeconds(61));
        other.turn();
        node.callbackThreads.runAll();

        assertThat(attempts(run)).hasSize(1);
        assertThat(delivery(run).version()).isEqualTo(1);
        assertThat(node.deliver.inFlight()).isZero();
    }

    @Test
    void attemptShouldNotCountWhenAShutdownInterruptsIt() {
        world.notifier = delivery -> {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Unreachable("interrupted");
        };
        Run run = node.ran(informatica());
        node.deliver.step();
        node.callbackThreads.runAll();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts(run)).isEmpty();
        assertThat(node.deliver.inFlight()).isZero();
    }

    @Test
    void laneShouldBeLeftWhenTheThreadsAreClosed() {
        node.ran(informatica());
        node.callbackThreads.close();
        node.deliver.step();

        assertThat(node.deliver.inFlight()).isZero();
    }

    @Test
    void fourAttemptsAtOnceShouldBeMadeForOneReceiverAndOthersNotDelayed() {
        for (int i = 0; i < 6; i++) {
            node.ran(to("http://slow.example/" + i));
        }
        node.ran(to("http://SLOW.example:80/again"));
        node.ran(to("https://slow.example/"));
        node.ran(to("http://quick.example/"));
        int launched = 0;
        while (node.deliver.step()) {
            launched++;
        }

        assertThat(launched).isEqualTo(6);
        assertThat(node.deliver.inFlight()).isEqualTo(6);
        assertThat(node.callbackThreads.waiting()).isEqualTo(6);
        node.callbackThreads.runOne();
        assertThat(node.deliver.step()).isTrue();
        assertThat(node.deliver.step()).isFalse();
    }

    @Test
    void runShouldBeToldOfInBareWordsWhenItsFormatBreaks() {
        CallbackFormats formats = new CallbackFormats(List.of(new Broken()), world.ids);
        Run ended = node.ran(World.start(job));

        Delivery delivery =
                formats.delivery(world.stored(ended.id()), RunExamples.NOW).orElseThrow();
        assertThat(delivery.body().text()).contains(ended.id().value()).contains("COMPLETED");
        assertThat(delivery.policy()).isEqualTo(new Broken().policy());
    }

    @Test
    void runShouldBeToldOfInBareWordsWhenItsFormatIsMissing() {
        CallbackFormats formats = new CallbackFormats(List.of(), world.ids);
        Run ended = node.ran(World.start(job));

        assertThat(formats.delivery(world.stored(ended.id()), RunExamples.NOW)).isPresent();
    }

    private record Broken() implements CallbackFormat {
        @Override
        public Dialect dialect() {
            return Dialect.NATIVE;
        }

        @Override
        public DeliveryPolicy policy() {
            return DeliveryPolicy.INFORMATICA_CLASSIC;
        }

        @Override
        public CallbackBody render(Run ended, DeliveryId id, Instant now) {
            throw new IllegalStateException("cannot be said");
        }
    }

    private static DeliveryResult confirmed() {
        return new DeliveryResult.Confirmed(200);
    }

    private StartCommand informatica() {
        return to(World.RECEIVER);
    }

    private StartCommand to(String url) {
        StartOptions options = StartOptions.DEFAULT.withCallbackUrl(Optional.of(url));
        Caller caller = new Caller(Dialect.INFORMATICA, "alice", "");
        return new StartCommand(job.id(), Optional.empty(), Optional.empty(), options, false, caller);
    }

    private void drive(NodeFixture driven, Duration duration) {
        driven.turn();
        for (long second = 0; second < duration.toSeconds(); second++) {
            world.pass(Duration.ofSeconds(1));
            driven.turn();
        }
    }

    private Delivery delivery(Run run) {
        return world.deliveries(run.id()).getFirst();
    }

    private List<DeliveryAttempt> attempts(Run run) {
        return world.storage.deliveries().attempts(delivery(run).id());
    }

    private List<Long> seconds(Run run) {
        return attempts(run).stream()
                .map(attempt -> Duration.between(RunExamples.NOW, attempt.at()).toSeconds())
                .toList();
    }
}
