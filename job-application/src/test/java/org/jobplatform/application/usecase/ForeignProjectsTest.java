package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class ForeignProjectsTest {
    private static final Principal SALLY = AccessExamples.in("Sales", "sally", Role.OPERATOR);
    private static final Principal VERA = AccessExamples.in("Sales", "vera", Role.VIEWER);
    private static final Principal OLAF = AccessExamples.in("Ops", "olaf", Role.ADMIN);

    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job =
            world.storage.jobs().save(JobExamples.job("load", new ProjectPath("Sales"), new JobName("Load")));

    private StartCommand start(Principal who, String id) {
        return new StartCommand(
                job.id(),
                Optional.of(new RunId(id)),
                Optional.empty(),
                StartOptions.DEFAULT,
                false,
                new Caller(Dialect.NATIVE, who, ""));
    }

    @Test
    void startShouldNeedThePermissionOnTheProjectOfTheJob() {
        assertThat(node.start.start(start(SALLY, "run")).run().request().requester())
                .isEqualTo("sally");
        assertThatExceptionOfType(AccessFailure.Denied.class).isThrownBy(() -> node.start.start(start(VERA, "other")));
        assertThatExceptionOfType(JobFailure.NotFound.class).isThrownBy(() -> node.start.start(start(OLAF, "other")));
        assertThat(world.runs.find(new RunId("other"))).isEmpty();
    }

    @Test
    void repeatShouldBeAPlainConflictWhenItsRunIsOutOfSightByNow() {
        node.start.start(start(SALLY, "run"));
        move(job, "Ops");
        world.time.advance(Duration.ofSeconds(1));
        Principal sally = AccessExamples.in("Ops", "sally", Role.OPERATOR);

        assertThatExceptionOfType(RunFailure.Conflicting.class)
                .isThrownBy(() -> node.start.start(start(sally, "run")))
                .withMessage("the run id run was used for another request");
    }

    @Test
    void stopOfAJobShouldLeaveRunsFromElsewhere() {
        Run here = node.start.start(start(SALLY, "here")).run();
        Job moved = move(job, "Ops");
        world.time.advance(Duration.ofSeconds(1));
        Run there = node.start.start(start(OLAF, "there")).run();

        assertThatExceptionOfType(JobFailure.NotFound.class)
                .isThrownBy(() -> node.stopJob.stop(moved, StopMode.NOW, "enough", SALLY));
        List<Run> stopped = node.stopJob.stop(moved, StopMode.NOW, "enough", OLAF);

        assertThat(stopped).extracting(Run::id).containsExactly(there.id());
        assertThat(world.stored(here.id()).status()).isEqualTo(RunStatus.STARTING);
    }

    @Test
    void newerRunShouldReplaceAnotherThatItsCallerMayNotStop() {
        JobDefinition replacing =
                JobExamples.limited("limited", 1, Concurrency.WhenFull.REPLACE).definition();
        Job limited = world.storage.jobs().save(JobExamples.job("limited", replacing));
        Run first = node.started(World.start(limited, "first"));
        Job moved = move(limited, "Sales");
        world.time.advance(Duration.ofSeconds(1));

        node.start.start(new StartCommand(
                moved.id(),
                Optional.of(new RunId("second")),
                Optional.empty(),
                StartOptions.DEFAULT,
                false,
                new Caller(Dialect.NATIVE, SALLY, "")));

        assertThat(world.stored(first.id()).status()).isEqualTo(RunStatus.STOPPING);
    }

    private Job move(Job from, String project) {
        JobDefinition old = from.definition();
        return world.storage
                .jobs()
                .save(from.redefine(
                        new JobDefinition(
                                new ProjectPath(project),
                                old.name(),
                                old.type(),
                                old.description(),
                                old.runner(),
                                old.parameters(),
                                old.timeout(),
                                old.concurrency(),
                                old.retry(),
                                old.onLost()),
                        from.updated()));
    }
}
