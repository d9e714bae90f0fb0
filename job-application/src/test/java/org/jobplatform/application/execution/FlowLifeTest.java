package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.execution.World.start;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways of flows, on nodes with one place each. */
@Timeout(60)
final class FlowLifeTest {
    private final World world = new World();
    private final LivingNode node = LivingNode.of(world, "node-1", 1);
    private final Map<String, Integer> begun = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        node.live.stopAll(StopMode.KILL);
        node.close();
        world.failWhenAScriptDid();
    }

    @Test
    void stepsShouldBeRunOneAfterTheOtherWhenTheNodeHasOnePlace() {
        carryOut(context -> {
            context.rows(new RowCounters(3, 2, 0, 0, 1, 0, 0));
            return new RunOutcome.Completed();
        });
        world.job("a");
        world.job("b");

        Run ended = ended(begin(flow("flow", step("a"), step("b"), step("a"))));

        List<Run> steps = steps(node, ended.id());
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(steps).extracting(FlowLifeTest::job).containsExactly("a", "b", "a");
        assertThat(steps).extracting(run -> run.parent().orElseThrow()).containsOnly(ended.id());
        assertThat(steps.getFirst().id()).isEqualTo(new Origin(Origin.Kind.STEP, ended.id(), ended.id(), 1).child());
        assertThat(ended.progress().percent()).isEqualTo(100);
        assertThat(ended.progress().rows()).isEqualTo(new RowCounters(9, 6, 0, 0, 3, 0, 0));
        assertThat(node.queries.family(ended.id(), AccessExamples.ALICE)).hasSize(1);
    }

    @Test
    void manyFlowsShouldEndWhenTheNodeHasOnePlace() {
        carryOut(context -> new RunOutcome.Completed());
        world.job("a");
        Job inner = flow("inner", step("a"), step("a"));
        Job outer = flow("outer", step("inner"), step("a"));

        List<RunId> runs = Stream.generate(() -> begin(outer)).limit(5).toList();

        assertThat(runs).allSatisfy(run -> assertThat(ended(run).status()).isEqualTo(RunStatus.COMPLETED));
        assertThat(begun.values()).containsOnly(1).hasSize(15);
        assertThat(inner.definition().runner().kind()).isEqualTo("flow");
        Eventually.holds("all room is free", () -> node.live.isIdle());
    }

    @Test
    void parametersShouldBeHandedOnWhereTheStepOrItsJobDeclaresThem() {
        carryOut(context -> new RunOutcome.Completed());
        world.job("a", plain -> plain.with(Map.of("region", "us", "own", "job")));
        Map<String, Object> step = Map.of("job", "a", "parameters", Map.of("mode", "step", "size", 5));
        StartOptions options = new StartOptions(
                Map.of("region", "eu", "mode", "start", "unknown", "x"),
                Optional.of("argument"),
                RowRange.ALL,
                3,
                LoggingLevel.HIGH,
                0,
                Optional.empty());

        Run ended =
                ended(node.start.start(start(flow("flow", step), options)).run().id());

        assertThat(steps(node, ended.id()).getFirst().request()).satisfies(request -> {
            assertThat(request.parameters())
                    .isEqualTo(Map.of("region", "eu", "own", "job", "mode", "start", "size", "5"));
            assertThat(request.argument()).contains("argument");
            assertThat(request.threads()).isEqualTo(3);
        });
    }

    @Test
    void jobShouldBeFoundByItsProjectAndName() {
        carryOut(context -> new RunOutcome.Completed());
        world.job("a");

        Run ended = ended(begin(flow("flow", step("Default/Job a"))));

        assertThat(steps(node, ended.id())).extracting(FlowLifeTest::job).containsExactly("a");
    }

    @Test
    void flowShouldFailAndNameTheStepWhenOneFails() {
        carryOut(context ->
                job(context.run()).equals("b") ? new RunOutcome.Failed("no disk") : new RunOutcome.Completed());
        world.job("a");
        world.job("b");

        Run ended = ended(begin(flow("flow", step("a"), step("b"), step("a"))));

        assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
        assertThat(message(ended)).isEqualTo("step 2 of 3 (b) ended FAILED: no disk");
        assertThat(ended.progress().percent()).isEqualTo(33);
        assertThat(steps(node, ended.id())).hasSize(2);
    }

    @Test
    void flowShouldGoOnAndSayWhatFailedWhenTheStepIsToBeContinued() {
        carryOut(context ->
                job(context.run()).equals("b") ? new RunOutcome.Failed("no disk") : new RunOutcome.Completed());
        world.job("a");
        world.job("b");

        Run ended = ended(begin(flow(
                "flow",
                Map.of("job", "b", "name", "second", "onError", "continue"),
                Map.of("job", "gone", "onError", "continue"),
                step("a"))));

        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED_WITH_ERRORS);
        assertThat(message(ended))
                .isEqualTo("step 1 of 3 (second) ended FAILED: no disk;"
                        + " step 2 of 3 (gone) could not be started: there is no job with id gone");
        assertThat(steps(node, ended.id())).hasSize(2);
    }

    @Test
    void cleanStopShouldEndTheFlowAfterTheStepInHand() {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch atWork = new CountDownLatch(1);
        carryOut(context -> {
            atWork.countDown();
            go.await();
            return new RunOutcome.Completed();
        });
        world.job("a");
        RunId flow = begin(flow("flow", step("a"), step("a")));
        await(atWork);

        node.stop.stop(flow, StopMode.CLEAN, "enough", AccessExamples.ALICE);
        go.countDown();

        assertThat(ended(flow).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(message(ended(flow))).isEqualTo("after step 1 of 2 (a)");
        assertThat(steps(node, flow)).extracting(Run::status).containsExactly(RunStatus.COMPLETED);
    }

    @Test
    void stopShouldStopTheRunOfTheStepToo() {
        CountDownLatch atWork = new CountDownLatch(1);
        carryOut(context -> {
            atWork.countDown();
            return new RunOutcome.Stopped("stopped " + ScriptedTaskRunner.awaitStop(context));
        });
        world.job("a");
        RunId flow = begin(flow("flow", step("a"), step("a")));
        await(atWork);

        node.stop.stop(flow, StopMode.NOW, "enough", AccessExamples.ALICE);

        assertThat(ended(flow).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(message(ended(flow))).isEqualTo("in step 1 of 2 (a)");
        assertThat(steps(node, flow)).extracting(FlowLifeTest::message).containsExactly("stopped NOW");
    }

    @Test
    void flowShouldFailWhenItContainsItself() {
        Job direct = flow("direct", step("direct"));
        flow("one", step("other"));
        flow("other", step("one"));

        assertThat(message(ended(begin(direct)))).contains("(direct) ended FAILED", "contains itself");
        assertThat(message(
                        ended(begin(world.storage.jobs().find(new JobId("one")).orElseThrow()))))
                .contains("contains itself");
    }

    @Test
    void flowShouldFailWhenTooManyAreWithinEachOther() {
        carryOut(context -> new RunOutcome.Completed());
        world.job("flow-0");
        Job inner = JobExamples.job("flow-0");
        for (int level = 1; level <= 11; level++) {
            inner = flow("flow-" + level, step("flow-" + (level - 1)));
        }

        Job deepest = world.storage.jobs().find(new JobId("flow-10")).orElseThrow();
        assertThat(ended(begin(deepest)).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(message(ended(begin(inner)))).contains("more than 10 flows are within each other");
    }

    @Test
    void flowShouldGoOnAtAnotherNodeWhenItsOwnDies() {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        carryOut(context -> {
            if (job(context.run()).equals("b") && context.run().attempt() == 1) {
                atWork.countDown();
                never.await();
            }
            return new RunOutcome.Completed();
        });
        world.job("a");
        world.job("b", World.Definition::repeatable);
        RunId flow = begin(flow("flow", step("a"), step("b"), step("a")));
        await(atWork);

        node.die();
        try (LivingNode other = LivingNode.of(world, "node-2", 1)) {
            for (int second = 0; second < 30; second++) {
                world.time.advance(Duration.ofSeconds(1));
                other.lease.step();
            }
            assertThat(ended(flow).status()).isEqualTo(RunStatus.COMPLETED);
            List<Run> steps = steps(other, flow);
            assertThat(steps).extracting(Run::attempt).containsExactly(1, 2, 1);
            assertThat(begun.values()).containsOnly(1).hasSize(4);
            assertThat(ended(flow).attempt()).isEqualTo(2);
        }
    }

    @Test
    void flowShouldBeHandedOverAndItsStepLeftAloneWhenItsNodeShutsDown() {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        carryOut(context -> {
            atWork.countDown();
            go.await();
            return new RunOutcome.Completed();
        });
        world.job("a");
        RunId flow = begin(flow("flow", step("a"), step("a")));
        await(atWork);

        node.membership.stopAccepting();
        node.live.handOver();
        Eventually.holds("the flow waits", () -> world.stored(flow).status() == RunStatus.QUEUED);
        RunId step = steps(node, flow).getFirst().id();
        // That it runs is written behind, and may not be there yet.
        assertThat(world.stored(step).status()).isIn(RunStatus.STARTING, RunStatus.RUNNING);
        assertThat(world.stored(step).owner()).contains(node.membership.owner());
        go.countDown();

        try (LivingNode other = LivingNode.of(world, "node-2", 1)) {
            assertThat(ended(flow).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(steps(other, flow)).extracting(Run::attempt).containsExactly(1, 1);
        }
    }

    /** Each run of a step does this; how often each attempt was begun is counted. */
    private void carryOut(ScriptedTaskRunner.Script script) {
        world.script = context -> {
            begun.merge(attempt(context), 1, Integer::sum);
            return script.run(context);
        };
    }

    private static String attempt(RunContext context) {
        return context.run().id() + "/" + context.run().attempt();
    }

    private Job flow(String id, Map<?, ?>... steps) {
        RunnerConfiguration runner = new RunnerConfiguration("flow", Map.of("steps", List.of(steps)));
        return world.storage
                .jobs()
                .save(JobExamples.job(id, JobExamples.job(id).definition().withRunner(runner)));
    }

    private static Map<String, Object> step(String job) {
        return Map.of("job", job);
    }

    private RunId begin(Job job) {
        return node.start.start(start(job, StartOptions.DEFAULT)).run().id();
    }

    private Run ended(RunId run) {
        Eventually.holds("run " + run + " has ended", () -> world.stored(run).isEnded());
        return world.stored(run);
    }

    private static void await(CountDownLatch latch) {
        Eventually.holds("a step is at work", () -> latch.getCount() == 0);
    }

    private static String job(Run run) {
        return run.job().id().value();
    }

    private static String message(Run ended) {
        return ended.state() instanceof RunState.Ended end ? end.message() : "";
    }

    private static List<Run> steps(WiredNode at, RunId flow) {
        return at.queries.steps(List.of(flow), AccessExamples.ALICE).getOrDefault(flow, List.of());
    }
}
