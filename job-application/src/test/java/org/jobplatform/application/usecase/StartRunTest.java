package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.domain.run.RunStatus.COMPLETED;
import static org.jobplatform.domain.run.RunStatus.QUEUED;
import static org.jobplatform.domain.run.RunStatus.STARTING;
import static org.jobplatform.domain.run.RunStatus.STOPPED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.Outages;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.Race;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRunTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job", plain -> plain.with(Map.of("region", "eu", "mode", "full")));

    @Test
    void requestShouldHoldWhatWasAskedOverTheDefaultsOfTheJob() {
        StartOptions options = new StartOptions(
                Map.of("region", "us"), Optional.of("x"), RowRange.ALL, 3, LoggingLevel.HIGH, 9, Optional.empty());
        Run run = node.started(World.start(job, options));

        assertThat(run.request().parameters()).isEqualTo(Map.of("region", "us", "mode", "full"));
        assertThat(run.request().argument()).contains("x");
        assertThat(run.request().threads()).isEqualTo(3);
        assertThat(run.request().priority()).isEqualTo(9);
        assertThat(run.request().requester()).isEqualTo("alice");
        assertThat(run.request().source()).isEqualTo("192.0.2.7");
        assertThat(run.createdAt()).isEqualTo(world.time.instant());
    }

    @Test
    void startShouldBeRefusedWhenThereIsNoSuchJob() {
        assertThatExceptionOfType(JobFailure.NotFound.class)
                .isThrownBy(() -> node.started(World.start(JobExamples.job("other"))));
    }

    @Test
    void startShouldBeRefusedWhenItWantsRowsOfAJobThatHasNone() {
        StartOptions some = new StartOptions(
                Map.of(),
                Optional.empty(),
                new RowRange(1, OptionalLong.of(9)),
                1,
                LoggingLevel.MEDIUM,
                0,
                Optional.empty());

        assertThatExceptionOfType(RunFailure.Refused.class)
                .isThrownBy(() -> node.started(World.start(job, some)))
                .extracting(RunFailure.Refused::field)
                .isEqualTo("rows");
        assertThat(world.runs.all()).isEmpty();
        assertThat(node.live.isIdle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/", "http://169.254.169.254/latest", "ftp://receiver.example/", "", "http://"})
    void startShouldBeRefusedWhenItsCallbackMayNotBeCalled(String url) {
        assertThatExceptionOfType(RunFailure.BadCallback.class)
                .isThrownBy(
                        () -> node.started(World.start(job, StartOptions.DEFAULT.withCallbackUrl(Optional.of(url)))));
        assertThat(world.runs.all()).isEmpty();
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void startShouldBeRefusedWhenItsDialectCallsNobodyBack() {
        StartCommand starfish = changed(
                World.start(job),
                command -> new StartCommand(
                        command.job(),
                        command.runId(),
                        command.key(),
                        command.options(),
                        command.alone(),
                        new Caller(Dialect.STARFISH, AccessExamples.everywhere("alice", Role.OPERATOR), "")));

        assertThatExceptionOfType(RunFailure.BadCallback.class).isThrownBy(() -> node.started(starfish));
    }

    @Test
    void startShouldBeRefusedWhenTheServerShutsDown() {
        node.membership.stopAccepting();

        assertThatExceptionOfType(NotAccepting.class).isThrownBy(() -> node.started(World.start(job)));
        assertThat(world.runs.all()).isEmpty();
    }

    @Test
    void runShouldWaitWhenItsNodeHasNoRoom() {
        for (int i = 0; i < 4; i++) {
            assertThat(node.started(World.start(job)).status()).isEqualTo(STARTING);
        }
        Run fifth = node.started(World.start(job));
        assertThat(fifth.status()).isEqualTo(QUEUED);
        node.turn();
        node.turn();

        assertThat(world.stored(fifth.id()).status()).isEqualTo(COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void sameRunShouldBeFoundWhenTheStartIsRepeated() {
        AddResult first = node.start.start(World.start(job, "mine"));
        node.runThreads.runAll();
        AddResult again = node.start.start(World.start(job, "mine"));

        assertThat(first).isInstanceOf(AddResult.Added.class);
        assertThat(again).isInstanceOf(AddResult.Repeated.class);
        assertThat(again.run().status()).isEqualTo(COMPLETED);
        assertThat(world.runs.all()).containsExactly(new RunId("mine"));
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void sameRunShouldBeFoundWhenTheKeyIsRepeated() {
        Run first = node.started(keyed("key", "alice"));
        Run again = node.started(keyed("key", "alice"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(node.started(keyed("key", "bob")).id()).isNotEqualTo(first.id());
    }

    @Test
    void startShouldBeRefusedWhenItsIdWasUsedForAnother() {
        node.started(World.start(job, "mine"));
        Job other = world.job("other");

        assertThatExceptionOfType(RunFailure.Conflicting.class)
                .isThrownBy(() -> node.started(World.start(other, "mine")));
        assertThat(world.runs.all()).hasSize(1);
        assertThat(node.live.size()).isOne();
    }

    @Test
    void startShouldBeRefusedWhenItsKeyWasUsedForAnotherId() {
        node.started(keyed("key", "alice"));
        StartCommand another = changed(
                keyed("key", "alice"),
                command -> new StartCommand(
                        command.job(),
                        Optional.of(new RunId("mine")),
                        command.key(),
                        command.options(),
                        false,
                        command.caller()));

        assertThatExceptionOfType(RunFailure.Conflicting.class).isThrownBy(() -> node.started(another));
    }

    @Test
    void oneRunShouldBeMadeWhenTheSameStartComesManyTimesAtOnce() {
        Race<AddResult> race = Race.among(16, (number, line) -> {
            line.cross();
            return node.start.start(World.start(job, "mine"));
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).filteredOn(AddResult.Added.class::isInstance).hasSize(1);
        assertThat(node.runThreads.waiting()).isOne();
        node.runThreads.runAll();
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void startShouldBeRefusedWhenItMustBeAloneAndIsNot() {
        node.started(World.start(job));
        StartCommand alone = changed(
                World.start(job),
                command -> new StartCommand(
                        command.job(), command.runId(), command.key(), command.options(), true, command.caller()));

        assertThatExceptionOfType(RunFailure.AlreadyActive.class).isThrownBy(() -> node.started(alone));
        node.runThreads.runAll();
        assertThat(node.started(alone).status()).isEqualTo(STARTING);
    }

    @Test
    void startShouldBeRefusedWhenTheLimitOfItsJobSaysSo() {
        Job one = world.job("one", plain -> plain.limited(1, Concurrency.WhenFull.REJECT));
        node.started(World.start(one));

        assertThatExceptionOfType(RunFailure.LimitReached.class).isThrownBy(() -> node.started(World.start(one)));
        node.runThreads.runAll();
        assertThat(node.live.isIdle()).isTrue();
        assertThat(node.started(World.start(one)).status()).isEqualTo(STARTING);
    }

    @Test
    void runsShouldFollowOneAnotherWhenTheirJobQueuesThem() {
        Job one = world.job("one", plain -> plain.limited(1, Concurrency.WhenFull.QUEUE));
        List<Integer> atOnce = new ArrayList<>();
        world.script = context -> {
            atOnce.add(node.live.size());
            return new RunOutcome.Completed();
        };
        for (int i = 0; i < 3; i++) {
            node.started(World.start(one));
        }
        node.turn();
        node.turn();
        node.turn();

        assertThat(atOnce).containsExactly(1, 1, 1);
        assertThat(world.runs.all())
                .allSatisfy(id -> assertThat(world.stored(id).status()).isEqualTo(COMPLETED));
    }

    @Test
    void olderRunShouldStopWhenTheNewestReplacesIt() {
        Job newest = world.job("newest", plain -> plain.limited(1, Concurrency.WhenFull.REPLACE));
        List<Run> later = new ArrayList<>();
        world.script = context -> {
            if (context.run().number().value() > 1) {
                return new RunOutcome.Completed();
            }
            // All at one moment, as the clock has it.
            later.add(node.started(World.start(newest)));
            later.add(node.started(World.start(newest)));
            assertThat(context.stopRequested()).contains(StopMode.NOW);
            return new RunOutcome.Stopped("replaced");
        };
        Run first = node.ran(World.start(newest));
        node.turn();

        assertThat(world.stored(first.id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(later.getFirst().id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(later.getLast().id()).status()).isEqualTo(COMPLETED);
    }

    @Test
    void newestShouldBeLeftWhenTwoReplaceEachOtherAtOneMoment() {
        Job newest = world.job("newest", plain -> plain.limited(1, Concurrency.WhenFull.REPLACE));
        node.started(World.start(newest));
        node.outages.afterwards("RunStore.add", () -> node.started(World.start(newest, "newer")));
        Run older = node.started(World.start(newest));
        node.runThreads.runAll();
        node.turn();

        assertThat(world.stored(older.id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(new RunId("newer")).status()).isEqualTo(COMPLETED);
    }

    @Test
    void newestShouldReplaceTheOthersWhenItsFirstCallWasCutOff() {
        Job newest = world.job("newest", plain -> plain.limited(1, Concurrency.WhenFull.REPLACE));
        Run first = node.started(World.start(newest));
        node.outages.hit("RunIndex.unfinished", Outages.Fault.BEFORE, 1);
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> node.started(World.start(newest, "mine")));
        AddResult again = node.start.start(World.start(newest, "mine"));

        assertThat(again).isInstanceOf(AddResult.Repeated.class);
        node.runThreads.runAll();
        node.turn();
        assertThat(world.stored(first.id()).status()).isEqualTo(STOPPED);
        assertThat(world.stored(new RunId("mine")).status()).isEqualTo(COMPLETED);
    }

    @Test
    void roomShouldBeGivenBackWhenTheStoreIsOutOfReach() {
        node.outages.hit("RunStore.add", Outages.Fault.BEFORE, 1);

        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> node.started(World.start(job)));
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void spellingOfTheCallbackShouldBeKeptAsItWasGiven() {
        String given = "http://Receiver.Example:8080/Done?x=%20";
        Run run = node.started(World.start(job, StartOptions.DEFAULT.withCallbackUrl(Optional.of(given))));

        assertThat(run.request().callback().orElseThrow().url()).hasToString(given);
    }

    private StartCommand keyed(String key, String user) {
        return new StartCommand(
                job.id(),
                Optional.empty(),
                Optional.of(key),
                StartOptions.DEFAULT,
                false,
                new Caller(Dialect.NATIVE, AccessExamples.everywhere(user, Role.OPERATOR), ""));
    }

    private static StartCommand changed(StartCommand command, UnaryOperator<StartCommand> change) {
        return change.apply(command);
    }
}
