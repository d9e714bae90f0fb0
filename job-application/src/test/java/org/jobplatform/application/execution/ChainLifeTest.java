package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.execution.World.start;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.FailedStart;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.ContinueChains;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.ChainPlan;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways of chains, from their start to their one callback. */
final class ChainLifeTest {
    private static final StartOptions WHOLE =
            StartOptions.DEFAULT.withCallbackUrl(Optional.of(World.RECEIVER)).withChained(true);

    private final World world = new World();
    private final NodeFixture node = world.node("node-1");

    @Test
    void jobsShouldBeRunOneAfterTheOtherWhenTheStartAsksForTheChain() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b", plain -> plain.followedBy("c"));
        world.job("c");

        Run root = node.ran(start(first, WHOLE));
        assertThat(family(root)).hasSize(1);
        turns(3);

        assertThat(family(root)).extracting(run -> run.job().id().value()).containsExactly("a", "b", "c");
        assertThat(family(root)).extracting(Run::status).containsOnly(RunStatus.COMPLETED);
        assertThat(family(root)).extracting(Run::root).containsOnly(root.id());
        assertThat(family(root).get(2).parent()).contains(family(root).get(1).id());
        assertThat(family(root).get(1).id()).isEqualTo(new Origin(Origin.Kind.CHAIN, root.id(), root.id(), 1).child());
        assertThat(world.storage.chains().due(10)).isEmpty();
    }

    @Test
    void nothingShouldFollowWhenTheStartDoesNotAskForTheChain() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");

        Run alone = node.ran(start(first));
        turns(3);

        assertThat(family(alone)).hasSize(1);
        assertThat(world.deliveries(alone.id())).hasSize(1);
    }

    @Test
    void chainShouldHaveOneCallbackAndThatOfItsLastRun() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");

        Run root = node.ran(start(first, WHOLE));
        turns(3);

        Run last = family(root).getLast();
        assertThat(world.deliveries(root.id())).isEmpty();
        assertThat(world.deliveries(last.id()))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(Delivery.Status.CONFIRMED));
    }

    @Test
    void runsShouldInheritWhatTheStartSaidButTheRows() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b", plain -> plain.with(Map.of("region", "us", "own", "1")));
        StartOptions options = new StartOptions(
                Map.of("region", "eu"),
                Optional.of("argument"),
                RowRange.ALL,
                7,
                LoggingLevel.HIGH,
                5,
                Optional.of(World.RECEIVER),
                true);

        Run root = node.ran(start(first, options));
        turns(2);

        assertThat(family(root).getLast().request()).satisfies(request -> {
            assertThat(request.parameters()).isEqualTo(Map.of("region", "eu", "own", "1"));
            assertThat(request.argument()).contains("argument");
            assertThat(request.threads()).isEqualTo(7);
            assertThat(request.loggingLevel()).isEqualTo(LoggingLevel.HIGH);
            assertThat(request.priority()).isEqualTo(5);
            assertThat(request.callback()).isEqualTo(root.request().callback());
            assertThat(request.requester()).isEqualTo("alice");
            assertThat(request.dialect()).isEqualTo(root.request().dialect());
            assertThat(request.plan()).isEmpty();
        });
    }

    @Test
    void chainShouldGoOnAfterARunWithErrorsAndEndAfterOneThatFailed() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b", plain -> plain.followedBy("c"));
        world.job("c");
        world.script = context -> context.run().job().id().value().equals("a")
                ? new RunOutcome.CompletedWithErrors("two rows")
                : new RunOutcome.Failed("no disk");

        Run root = node.ran(start(first, WHOLE));
        turns(3);

        assertThat(family(root))
                .extracting(Run::status)
                .containsExactly(RunStatus.COMPLETED_WITH_ERRORS, RunStatus.FAILED);
        assertThat(world.deliveries(family(root).getLast().id())).hasSize(1);
        assertThat(world.storage.chains().due(10)).isEmpty();
    }

    @Test
    void chainShouldEndWhenItsRunIsStopped() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.started(start(first, WHOLE));

        node.stopped(root.id(), StopMode.NOW);
        turns(3);

        assertThat(family(root)).extracting(Run::status).containsExactly(RunStatus.STOPPED);
        assertThat(world.deliveries(root.id())).hasSize(1);
        assertThat(world.storage.chains().due(10)).isEmpty();
    }

    @Test
    void missingJobShouldBeARunThatFailedWithTheCallbackOfTheChain() {
        Job first = world.job("a", plain -> plain.followedBy("gone", "c"));
        world.job("c");

        Run root = node.ran(start(first, WHOLE));
        turns(3);

        Run failed = family(root).getLast();
        assertThat(family(root)).hasSize(2);
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.job().name().value()).isEqualTo("gone");
        assertThat(failed.state().toString()).contains("could not be started: there is no job with id gone");
        assertThat(world.deliveries(failed.id())).hasSize(1);
        assertThat(world.deliveries(root.id())).isEmpty();
    }

    @Test
    void jobThatRefusesShouldBeARunThatFailed() {
        Job first = world.job("a", plain -> plain.followedBy("busy"));
        Job busy = world.job("busy", plain -> plain.limited(1, Concurrency.WhenFull.REJECT));
        Run waiting = world.node("node-2", 0).started(start(busy));

        Run root = node.ran(start(first, WHOLE));
        node.chains.step();

        assertThat(world.stored(waiting.id()).status()).isEqualTo(RunStatus.QUEUED);
        assertThat(family(root)).hasSize(2);
        assertThat(family(root).getLast().state().toString()).contains("has reached its limit of 1 unfinished runs");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void chainShouldGoOnWhereItsRequesterMayStartByThenOnly(Role role) {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.ran(start(first, WHOLE));
        node.users.change("id-of-alice", alice -> alice.withGrants(Grants.everywhere(role), false));
        turns(2);

        assertThat(family(root).getLast().status())
                .isEqualTo(role.allows(Permission.RUN_START) ? RunStatus.COMPLETED : RunStatus.FAILED);
    }

    @Test
    void nextJobShouldBeMissingForARequesterWhoIsShutOut() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.ran(start(first, WHOLE));
        node.users.change("id-of-alice", alice -> alice.withGrants(alice.grants(), true));
        turns(2);

        Run next = family(root).getLast();
        assertThat(next.status()).isEqualTo(RunStatus.FAILED);
        assertThat(next.job().project()).isEqualTo(root.job().project());
        assertThat(next.job().name().value()).isEqualTo("b");
    }

    @Test
    void idThatWasTakenShouldFailTheStepUnderAnotherOne() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        Job second = world.job("b");
        Run root = node.started(start(first, WHOLE));
        RunId taken = new Origin(Origin.Kind.CHAIN, root.id(), root.id(), 1).child();
        Run foreign = node.started(start(second, taken.value()));
        node.runThreads.runAll();

        turns(3);

        assertThat(family(root)).hasSize(2);
        assertThat(family(root).getLast().id()).isNotEqualTo(foreign.id());
        assertThat(family(root).getLast().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void nextRunShouldBeStartedOnceByOthersWhenTheNodeDiesBetweenTwoRuns() {
        NodeFixture other = world.node("node-2");
        NodeFixture third = world.node("node-3");
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.ran(start(first, WHOLE));

        node.die();
        other.chains.step();
        third.chains.step();
        other.turn();
        third.turn();

        List<Run> family = other.queries.family(root.id(), AccessExamples.ALICE);
        assertThat(family).extracting(Run::status).containsExactly(RunStatus.COMPLETED, RunStatus.COMPLETED);
        assertThat(family.getLast().attempt()).isEqualTo(1);
    }

    @Test
    void nextRunShouldBeFoundAndNotStartedAgainWhenTheNodeDiesBeforeItSettles() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.ran(start(first, WHOLE));
        Unsettled unsettled = new Unsettled(world.storage.chains());
        ContinueChains loop = new ContinueChains(
                unsettled,
                node.start,
                node.known,
                node.requesters,
                new CallbackFormats(List.of(), world.endedRuns(), world.ids),
                node.storeTime,
                world.ids,
                world.time);

        loop.step();
        assertThat(family(root)).hasSize(2);
        assertThat(world.storage.chains().due(10)).hasSize(1);
        turns(2);

        assertThat(family(root)).extracting(Run::status).containsExactly(RunStatus.COMPLETED, RunStatus.COMPLETED);
        assertThat(family(root).getLast().attempt()).isEqualTo(1);
        assertThat(world.storage.chains().due(10)).isEmpty();
    }

    /** Whoever uses it dies before it has settled anything. */
    private record Unsettled(ChainStore chains) implements ChainStore {
        @Override
        public List<Run> due(int limit) {
            return chains.due(limit);
        }

        @Override
        public void settle(RunId ended) {
            throw new StorageUnavailable("settling", new IllegalStateException("the node died"));
        }

        @Override
        public Optional<Run> fail(FailedStart failed, Function<Run, Optional<Delivery>> callback) {
            return chains.fail(failed, callback);
        }
    }

    @Test
    void chainShouldWaitWhenItsNodeTakesNothingOn() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        Run root = node.ran(start(first, WHOLE));

        node.membership.stopAccepting();
        turns(2);
        assertThat(family(root)).hasSize(1);
        world.node("node-2").turn();

        assertThat(family(root)).hasSize(2);
    }

    @Test
    void planShouldGoIntoTheDepthFirstAndCutCycles() {
        Job first = world.job("a", plain -> plain.followedBy("b", "e"));
        world.job("b", plain -> plain.followedBy("c", "d"));
        world.job("c", plain -> plain.followedBy("a", "b"));
        world.job("d", plain -> plain.followedBy("e"));
        world.job("e", plain -> plain.followedBy("gone", "e"));

        assertThat(plan(node.started(start(first, WHOLE)))).containsExactly("b", "c", "d", "e", "gone");
    }

    @Test
    void planShouldEndWhenItIsLongEnough() {
        for (int place = 0; place < 120; place++) {
            String next = "j" + (place + 1);
            world.job("j" + place, plain -> plain.followedBy(next));
        }
        Job first = world.job("first", plain -> plain.followedBy("j0"));

        assertThat(plan(node.started(start(first, WHOLE))))
                .hasSize(ChainPlan.MAXIMUM_LENGTH)
                .startsWith("j0", "j1")
                .endsWith("j99");
    }

    @Test
    void planShouldStayAsItWasAtTheStart() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        world.job("c");
        Run root = node.started(start(first, WHOLE));
        Job kept = world.storage.jobs().find(first.id()).orElseThrow();
        world.storage.jobs().save(kept.redefine(kept.definition().withNext(List.of()), kept.updated()));

        node.runThreads.runAll();
        turns(2);

        assertThat(family(root)).hasSize(2);
    }

    @Test
    void formatShouldSeeEveryRunOfTheChainWithItsLog() {
        Job first = world.job("a", plain -> plain.followedBy("b"));
        world.job("b");
        world.script = context -> {
            context.log(LogSeverity.INFO, "I am " + context.run().job().id());
            context.rows(new RowCounters(2, 1, 0, 0, 1, 0, 0));
            return new RunOutcome.Completed();
        };
        Run root = node.ran(start(first, WHOLE));
        turns(3);

        Ended told = world.endedRuns().with(family(root).getLast(), 1_000);

        assertThat(told.first().id()).isEqualTo(root.id());
        assertThat(told.chain()).containsExactlyElementsOf(family(root));
        assertThat(told.rows().total()).isEqualTo(4);
        assertThat(told.log().lines()).hasSize(2).first().asString().endsWith("I am a");
        assertThat(world.endedRuns().with(family(root).getLast(), 0).log()).isEmpty();
    }

    private List<Run> family(Run root) {
        return node.queries.family(root.id(), AccessExamples.ALICE);
    }

    private static List<String> plan(Run run) {
        return run.request().plan().orElseThrow().following().stream()
                .map(Object::toString)
                .toList();
    }

    private void turns(int count) {
        IntStream.range(0, count).forEach(turn -> node.turn());
    }
}
