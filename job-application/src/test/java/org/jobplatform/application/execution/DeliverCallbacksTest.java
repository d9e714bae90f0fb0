package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
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
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void attemptShouldBeMadeByAnotherNodeAsSoonAsItsOwnIsTakenForDead() {
        ScriptedNotifier receiver = ScriptedNotifier.confirming();
        world.notifier = receiver;
        Run run = node.ran(informatica());
        node.die();
        NodeFixture other = world.node("b");
        drive(other, Duration.ofSeconds(23));
        assertThat(receiver.delivered()).isEmpty();
        drive(other, Duration.ofSeconds(1));

        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    void attemptShouldBeMadeByTheRestartedNodeAsSoonAsItsEarlierLeaseHasEnded() {
        Run run = node.ran(informatica());
        node.die();
        NodeFixture again = world.node("a");
        drive(again, Duration.ofSeconds(14));
        assertThat(attempts(run)).isEmpty();
        drive(again, Duration.ofSeconds(1));

        assertThat(attempts(run)).hasSize(1);
    }

    @Test
    void deadNodeShouldKeepItsLeaseUntilAllItsDeliveriesAreGivenBack() {
        NodeFixture large = world.node("c", 1);
        for (int i = 0; i < 201; i++) {
            large.ran(to("http://receiver-" + i + ".example/"));
        }
        large.die();
        NodeFixture other = world.node("b");
        world.pass(Duration.ofSeconds(25));

        assertThat(other.reap.step()).isTrue();
        assertThat(claims()).isEqualTo(1);
        other.reap.step();
        assertThat(claims()).isZero();
        assertThat(world.storage.leases().lapsed(other.membership.owner(), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void deliveryShouldBeGivenBackAndAttemptedElsewhereWhenItsNodeStops() {
        world.notifier = ScriptedNotifier.confirming();
        Run run = node.ran(informatica());
        NodeFixture other = world.node("b");
        node.deliver.giveBack();
        other.turn();
        assertThat(attempts(run)).hasSize(1);
        node.callbackThreads.runAll();

        assertThat(attempts(run)).hasSize(1);
        assertThat(node.deliver.step()).isFalse();
    }

    @Test
    void deliveryShouldBeLeftToOthersWhenItsNodeStops() {
        node.deliver.giveBack();
        Run run = node.ran(informatica());

        assertThat(delivery(run).claim()).isEmpty();
        assertThat(node.callbackThreads.waiting()).isZero();
    }

    @Test
    void firstAttemptShouldNeedNoMoreOfTheStoreThanTheEndOfTheRun() {
        node.deliver.step();
        int before = node.outages.calls().size();
        Run run = node.ran(informatica());
        node.callbackThreads.runAll();

        assertThat(node.outages.calls().subList(before, node.outages.calls().size()))
                .containsExactly("JobStore.find", "RunStore.add", "RunStore.finish", "DeliveryStore.record");
        assertThat(delivery(run).status()).isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    void firstAttemptShouldBeMadeWhenTheAnswerOfTheStoreWasLost() {
        node.outages.hit("RunStore.finish", Outages.Fault.AFTER, 1);
        Run run = node.ran(informatica());
        assertThat(node.callbackThreads.waiting()).isZero();
        node.turn();

        assertThat(attempts(run)).hasSize(1);
        assertThat(node.deliver.inFlight()).isZero();
    }

    @Test
    void placeShouldBeFreeWhenTheReceiverHasAnsweredThoughTheAttemptIsNotRecorded() {
        for (int i = 0; i < 5; i++) {
            node.ran(to("http://slow.example/" + i));
        }
        assertThat(node.callbackThreads.waiting()).isEqualTo(4);
        List<Integer> waiting = new ArrayList<>();
        node.outages.plan((number, call) -> {
            if (call.equals("DeliveryStore.record") && waiting.isEmpty()) {
                waiting.add(node.callbackThreads.waiting());
                node.deliver.step();
                waiting.add(node.callbackThreads.waiting());
            }
            return Outages.Fault.NONE;
        });
        node.callbackThreads.runOne();

        assertThat(waiting).containsExactly(3, 4);
    }

    @Test
    void otherReceiversShouldWaitForOneStepWhenThousandsOfDeliveriesOfOneHang() {
        Run ended =
                world.stored(node.ran(World.start(job, StartOptions.DEFAULT)).id());
        for (int i = 1; i <= 5_000; i++) {
            add(ended, i, "http://hanging.example/" + i);
        }
        node.deliver.step();
        assertThat(node.callbackThreads.waiting()).isEqualTo(4);
        add(ended, 5_001, "http://healthy.example/");
        world.pass(Duration.ofSeconds(1));
        node.deliver.step();

        assertThat(node.deliver.inFlight()).isEqualTo(5);
        assertThat(claims()).isEqualTo(5);
    }

    @Test
    void restShouldEndWhenTheNextAttemptIsDue() {
        world.notifier = new ScriptedNotifier(REFUSED, confirmed());
        Run run = node.ran(World.start(job));
        node.callbackThreads.runAll();
        assertThat(node.deliver.step()).isFalse();
        assertThat(node.deliver.rest()).isEqualTo(Duration.ofSeconds(1));

        world.time.advance(Duration.ofMillis(4_400));
        node.deliver.step();
        assertThat(node.deliver.rest()).isEqualTo(Duration.ofMillis(600));
        world.time.advance(Duration.ofMillis(600));
        node.turn();

        assertThat(attempts(run)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void scheduleShouldStayWhenTheClockOfANodeJumps(long seconds) {
        world.notifier = new ScriptedNotifier(REFUSED);
        Run run = node.ran(informatica());
        NodeFixture other = world.node("b");
        drive(node, Duration.ofSeconds(20));
        node.setClockError(Duration.ofSeconds(seconds));
        drive(node, Duration.ofSeconds(15));
        drive(other, Duration.ofMinutes(1));
        drive(node, Duration.ofMinutes(2));

        assertThat(seconds(run)).containsExactly(0L, 0L, 0L, 30L, 90L, 210L);
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
        assertThat(delivery(run).version()).isEqualTo(3);
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
        node.callbackThreads.close();
        node.ran(informatica());

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

        assertThat(node.deliver.step()).isFalse();
        assertThat(node.deliver.inFlight()).isEqualTo(6);
        assertThat(node.callbackThreads.waiting()).isEqualTo(6);
        node.callbackThreads.runOne();
        assertThat(node.deliver.step()).isTrue();
        assertThat(node.deliver.step()).isFalse();
    }

    @Test
    void runShouldBeToldOfInBareWordsWhenItsFormatBreaks() {
        CallbackFormats formats = new CallbackFormats(List.of(new Broken()), world.endedRuns(), world.ids);
        Run ended = node.ran(World.start(job));

        Delivery delivery = told(formats, ended);
        assertThat(delivery.body().text()).contains(ended.id().value()).contains("COMPLETED");
        assertThat(delivery.policy()).isEqualTo(new Broken().policy());
    }

    @Test
    void runShouldBeToldOfInBareWordsWhenItsFormatIsMissing() {
        CallbackFormats formats = new CallbackFormats(List.of(), world.endedRuns(), world.ids);
        Run ended = node.ran(World.start(job));

        assertThat(told(formats, ended).body().text()).contains("COMPLETED");
    }

    private Delivery told(CallbackFormats formats, Run ended) {
        CallbackTarget target = new CallbackTarget(URI.create(World.RECEIVER));
        return formats.delivery(world.stored(ended.id()), target, 1, RunExamples.NOW);
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
        public CallbackBody render(Ended ended, DeliveryId id, Instant now) {
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
        Caller caller = new Caller(Dialect.INFORMATICA, AccessExamples.ALICE, "");
        return new StartCommand(job.id(), Optional.empty(), Optional.empty(), options, false, caller);
    }

    private void drive(NodeFixture driven, Duration duration) {
        driven.turn();
        for (long second = 0; second < duration.toSeconds(); second++) {
            world.pass(Duration.ofSeconds(1));
            driven.turn();
        }
    }

    private void add(Run ended, int number, String url) {
        Instant now = world.time.instant();
        world.storage
                .deliveries()
                .add(RunExamples.delivery(ended, "delivery-of-" + number, number, url, DeliveryPolicy.NATIVE, now));
    }

    private long claims() {
        return world.runs.all().stream()
                .flatMap(id -> world.deliveries(id).stream())
                .filter(delivery -> delivery.claim().isPresent())
                .count();
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
