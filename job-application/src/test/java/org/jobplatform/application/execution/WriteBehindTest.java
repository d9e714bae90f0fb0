package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void otherRunsShouldBeWrittenWhenOneCannotBe() {
        Run first = node.started(World.start(job, "first"));
        Run second = node.started(World.start(job, "second"));
        node.outages.plan((number, call) -> call.equals("RunStore.finish") ? Outages.Fault.BEFORE : Outages.Fault.NONE);
        node.runThreads.runAll();
        node.outages.plan((number, call) -> {
            if (call.equals("RunStore.finish")) {
                node.outages.end();
                throw new IllegalStateException("a row that cannot be");
            }
            return Outages.Fault.NONE;
        });

        assertThatIllegalStateException().isThrownBy(node.writeBehind::step).withMessage("a row that cannot be");
        assertThat(world.stored(first.id()).isEnded())
                .isNotEqualTo(world.stored(second.id()).isEnded());
        node.writeBehind.step();
        assertThat(world.stored(first.id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(world.stored(second.id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(node.live.isIdle()).isTrue();
    }

    @Test
    void changeShouldBeWrittenOnceWhenItsAnswerWasLost() {
        world.script = context -> {
            context.progress(10, Optional.of("a"));
            node.outages.hit("RunStore.update", Outages.Fault.AFTER, 1);
            node.writeBehind.step();
            context.progress(20, Optional.of("b"));
            node.writeBehind.step();
            node.writeBehind.step();
            Run stored = world.stored(context.run().id());
            assertThat(stored.progress().percent()).isEqualTo(20);
            assertThat(stored.status()).isEqualTo(RunStatus.RUNNING);
            assertThat(context.stopRequested()).isEmpty();
            return new RunOutcome.Completed();
        };
        Run run = node.ran(World.start(job));

        assertThat(world.runs.statuses(run.id()))
                .containsExactly(RunStatus.STARTING, RunStatus.RUNNING, RunStatus.COMPLETED);
    }

    @Test
    void stopThatCameDuringAWriteShouldNotBeForgotten() {
        world.script = context -> {
            LiveRun live = node.live.all().iterator().next();
            Run change = live.unwrittenChange().orElseThrow();
            Run kept = world.runs.update(change);
            // The answer to the write is slower than the stop that came after it.
            node.stopped(context.run().id(), StopMode.CLEAN);
            live.written(change, kept);
            assertThat(live.current().status()).isEqualTo(RunStatus.STOPPING);
            assertThat(live.current().version())
                    .isEqualTo(world.stored(context.run().id()).version());
            return new RunOutcome.Stopped("cleanly");
        };
        Run run = node.ran(World.start(job));

        assertThat(world.stored(run.id()).status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void onlyItsOwnRunnerShouldBeKilledWhenARunIsGoneFromTheStore() {
        RunStore forgetful = new ForgetfulRuns(world.runs);
        LiveRuns live = node.live;
        Run gone = node.started(World.start(job, "gone"));
        Run other = node.started(World.start(job, "other"));
        CallbackFormats formats = new CallbackFormats(List.of(), world.endedRuns(), world.ids);
        FinishRun finish = new FinishRun(
                forgetful, formats, node.endings, node.known, node.storeTime, node.work, node.deliver, new Signal());
        ConcludeRun conclude = new ConcludeRun(forgetful, world.storage.jobs(), node.runners, finish, live, world.time);
        LiveRun attempt = live.all().stream()
                .filter(candidate -> candidate.run().id().equals(gone.id()))
                .findAny()
                .orElseThrow();
        attempt.begin(Map.of(), Optional.empty(), RunExamples.NOW);
        conclude.conclude(attempt, new RunOutcome.Completed());

        assertThat(live.all()).singleElement().satisfies(left -> {
            assertThat(left.run().id()).isEqualTo(other.id());
            assertThat(left.stopRequested()).isEmpty();
        });
    }
}
