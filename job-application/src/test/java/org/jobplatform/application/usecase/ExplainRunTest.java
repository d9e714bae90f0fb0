package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class ExplainRunTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a", 1);
    private final NodeFixture api = world.node("api", 0);
    private final Job job = world.job("job");

    private String reasons(NodeFixture asked, Run run) {
        return String.join(
                "\n", asked.explain.explain(run.id(), AccessExamples.ALICE).reasons());
    }

    @Test
    void waitShouldNameTheRunsThatFillTheLimit() {
        Job one = world.job("one", plain -> plain.limited(1, Concurrency.WhenFull.QUEUE));
        Run first = node.started(World.start(one));
        Run second = node.started(World.start(one));

        assertThat(node.explain.explain(second.id(), AccessExamples.ALICE).summary())
                .contains("waits for its attempt 1");
        assertThat(reasons(node, second))
                .contains("allows 1 run at once", first.id().value() + " (STARTING)");
    }

    @Test
    void waitShouldTellOfRoomWhenNothingElseHoldsItUp() {
        node.started(World.start(job));
        Run run = node.started(World.start(job));

        assertThat(reasons(node, run)).contains("node a carries out 1 of at most 1 runs");
        assertThat(reasons(api, run)).contains("Node api only answers");
        node.runThreads.runAll();
        assertThat(reasons(node, run)).contains("Node a has room");
    }

    @Test
    void waitShouldTellOfTheFailureBeforeAndTheTimeOfTheNextAttempt() {
        Job retried = world.job("retried", plain -> plain.retried(2, Duration.ofSeconds(10)));
        world.script = context -> new RunOutcome.Failed("no table");
        Run run = node.ran(World.start(retried));

        assertThat(node.explain.explain(run.id(), AccessExamples.ALICE).summary())
                .contains("attempt 2");
        assertThat(reasons(node, run))
                .contains("2026-01-01T12:00:10Z or later", "Attempt 1 on node a came out as FAILED", "no table");
    }

    @Test
    void failureShouldNameItsMessageAndWhyNoAttemptFollows() {
        world.script = context -> new RunOutcome.Failed("exit code 3");
        Run run = node.ran(World.start(job));

        assertThat(node.explain.explain(run.id(), AccessExamples.ALICE).summary())
                .contains("failed at");
        assertThat(reasons(node, run)).contains("exit code 3", "allows no more than 1 attempt");
    }

    @Test
    void lossShouldTellWhyItWasNotRepeated() {
        world.script = context -> {
            node.die();
            world.pass(Duration.ofSeconds(26));
            api.reap.step();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(api.explain.explain(run.id(), AccessExamples.ALICE).summary())
                .contains("was lost");
        assertThat(reasons(api, run)).contains("node a died", "onLost: retry");
    }

    @Test
    void stopShouldNameWhoAskedAndWhy() {
        world.script = context -> {
            node.stopped(context.run().id(), StopMode.CLEAN);
            assertThat(node.explain
                            .explain(context.run().id(), AccessExamples.ALICE)
                            .summary())
                    .contains("(clean) by alice");
            assertThat(reasons(node, context.run())).contains("no longer wanted");
            return new RunOutcome.Stopped("at row 7");
        };
        Run run = node.ran(World.start(job));

        assertThat(reasons(node, run)).contains("at row 7");
    }

    @Test
    void stopOfAWaitingRunShouldNotLookLikeAnAttempt() {
        Run run = api.started(World.start(job));
        api.stopped(run.id(), StopMode.NOW);

        assertThat(reasons(api, run)).contains("ended before any attempt began: no longer wanted");
    }

    @Test
    void pauseShouldBeTold() {
        world.script = context -> {
            node.writeBehind.step();
            node.pause.pause(context.run().id(), AccessExamples.ALICE);
            assertThat(node.explain
                            .explain(context.run().id(), AccessExamples.ALICE)
                            .summary())
                    .contains("held on node a");
            return new RunOutcome.Completed();
        };
        node.ran(World.start(job));
    }

    @Test
    void callbackShouldTellItsLastResultAndItsNextAttemptButNoPath() {
        world.notifier = delivery -> new DeliveryResult.Rejected(503, Optional.empty());
        Run run = node.ran(World.start(job));
        assertThat(reasons(node, run)).contains("was not tried yet");
        node.turn();

        assertThat(reasons(node, run))
                .contains("Callback 1 to http://receiver.example:80 was not confirmed yet", "due at", "status 503")
                .doesNotContain("/done");
    }

    @Test
    void callbackShouldTellWhenItIsOver() {
        Run confirmed = node.ran(World.start(job));
        node.turn();
        assertThat(reasons(node, confirmed)).contains("was confirmed", "status 200");

        world.notifier = delivery -> new DeliveryResult.Rejected(410, Optional.empty());
        Run refused = node.ran(World.start(job));
        node.turn();
        assertThat(reasons(node, refused)).contains("is not wanted", "status 410");
    }

    @Test
    void callbackShouldNotBeMissedWhenNoneWasAskedFor() {
        Run run = node.ran(World.start(job, StartOptions.DEFAULT));

        assertThat(reasons(node, run)).isEqualTo("No callback was asked for.");
    }

    @Test
    void explanationShouldBeRefusedWhenThereIsNoSuchRun() {
        assertThatExceptionOfType(RunFailure.NotFound.class)
                .isThrownBy(() -> node.explain.explain(new RunId("another"), AccessExamples.ALICE));
    }
}
