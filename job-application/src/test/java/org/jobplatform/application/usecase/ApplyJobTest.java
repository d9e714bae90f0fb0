package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.execution.NodeFixture;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.usecase.ApplyJob.Applied;
import org.jobplatform.application.usecase.ApplyJob.Change;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;

class ApplyJobTest {
    private static final Precondition ANY = new Precondition.None();

    private final World world = new World();
    private final ApplyJob apply = apply(ScriptedTaskRunner.ending("noop", new RunOutcome.Completed()));
    private final JobDefinition load = definition("Load");

    @Test
    void jobShouldBeMadeThenLeftThenChangedAsItsDocumentSays() {
        Applied made = apply.apply(draft(load), ANY, editor("alice"));
        world.time.advance(Duration.ofMinutes(1));
        Applied unchanged = apply.apply(draft(load), ANY, editor("bob"));
        JobDefinition other = load.withRunner(new RunnerConfiguration("noop", Map.of("size", 2)));
        Applied changed = apply.apply(draft(other), ANY, editor("carol"));

        assertThat(made.change()).isEqualTo(Change.MADE);
        assertThat(unchanged.change()).isEqualTo(Change.UNCHANGED);
        assertThat(unchanged.job()).isEqualTo(made.job());
        assertThat(changed.change()).isEqualTo(Change.CHANGED);
        assertThat(changed.job().id()).isEqualTo(made.job().id());
        assertThat(changed.job().federatedId()).isEqualTo(made.job().federatedId());
        assertThat(changed.job().created().by()).isEqualTo("alice");
        assertThat(changed.job().updated().by()).isEqualTo("carol");
        assertThat(world.storage.jobs().find(made.job().id())).contains(changed.job());
    }

    @Test
    void jobShouldBeFoundByItsProjectAndNameWhenItsDocumentHasNoId() {
        Job here = apply.apply(draft(load), ANY, editor("alice")).job();
        JobDefinition elsewhere = JobExamples.definition(new ProjectPath("Sales"), new JobName("Load"));
        Job there = apply.apply(draft(elsewhere), ANY, editor("alice")).job();

        assertThat(there.id()).isNotEqualTo(here.id());
        assertThat(apply.apply(draft(elsewhere), ANY, editor("alice")).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void jobShouldBeRenamedWhenItsDocumentHasItsId() {
        Job made = apply.apply(draft("one", load), ANY, editor("alice")).job();
        Applied renamed = apply.apply(draft("one", definition("Unload")), ANY, editor("alice"));

        assertThat(renamed.change()).isEqualTo(Change.CHANGED);
        assertThat(renamed.job().id()).isEqualTo(made.id());
        assertThat(world.storage.jobs().named(new JobName("Load"), Reach.EVERYTHING))
                .isEmpty();
    }

    @Test
    void documentShouldBeRefusedWhenItsNameOrFederatedIdIsTaken() {
        apply.apply(new JobDraft(Optional.of(new JobId("one")), federated("f-1"), load), ANY, editor("alice"));
        apply.apply(draft("two", definition("Other")), ANY, editor("alice"));

        assertThatExceptionOfType(JobFailure.Taken.class)
                .isThrownBy(() -> apply.apply(draft("two", load), ANY, editor("alice")));
        assertThatExceptionOfType(JobFailure.Taken.class)
                .isThrownBy(() -> apply.apply(
                        new JobDraft(Optional.of(new JobId("three")), federated("f-1"), definition("Third")),
                        ANY,
                        editor("alice")));
    }

    @Test
    void federatedIdShouldStayWhatItWas() {
        apply.apply(new JobDraft(Optional.of(new JobId("one")), federated("f-1"), load), ANY, editor("alice"));
        JobDraft other = new JobDraft(Optional.of(new JobId("one")), federated("f-2"), load);

        assertThatExceptionOfType(JobFailure.Invalid.class)
                .isThrownBy(() -> apply.apply(other, ANY, editor("alice")))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .extracting(Problem::field)
                        .containsExactly("federatedId"));
    }

    @Test
    void everyProblemShouldBeNamedWhenTheRunnerFindsSome() {
        apply.apply(new JobDraft(Optional.of(new JobId("one")), federated("f-1"), load), ANY, editor("alice"));
        ApplyJob strict = apply(ScriptedTaskRunner.ending("noop", new RunOutcome.Completed())
                .finding(List.of(new Problem("noop.size", "is missing"), new Problem("noop.colour", "is not known"))));

        assertThatExceptionOfType(JobFailure.Invalid.class)
                .isThrownBy(() -> strict.apply(
                        new JobDraft(Optional.of(new JobId("one")), federated("f-2"), load), ANY, editor("alice")))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .extracting(Problem::field)
                        .containsExactly("noop.size", "noop.colour", "federatedId"));
    }

    @Test
    void documentShouldBeRefusedWhenThereIsNoSuchRunner() {
        assertThatExceptionOfType(JobFailure.Invalid.class)
                .isThrownBy(() -> apply.apply(
                        draft(load.withRunner(new RunnerConfiguration("magic", Map.of()))), ANY, editor("alice")))
                .withMessageContaining("magic");
    }

    @Test
    void documentShouldBeAppliedOnlyWhenItsPreconditionHolds() {
        JobDraft draft = draft("one", load);
        refused(draft, new Precondition.Present());
        refused(draft, new Precondition.Version(1));
        Job made =
                apply.apply(draft, new Precondition.Absent(), editor("alice")).job();
        refused(draft, new Precondition.Absent());
        refused(draft, new Precondition.Version(made.version() + 1));

        assertThat(apply.apply(draft, new Precondition.Version(made.version()), editor("alice"))
                        .change())
                .isEqualTo(Change.UNCHANGED);
        assertThat(apply.apply(draft, new Precondition.Present(), editor("alice"))
                        .job())
                .isEqualTo(made);
    }

    @Test
    void documentShouldBeRefusedWhenItWantsAJobThatNoIdNames() {
        assertThatExceptionOfType(JobFailure.NotFound.class)
                .isThrownBy(() -> apply.apply(draft(load), new Precondition.Present(), editor("alice")));
    }

    @Test
    void jobShouldBeDeletedOnlyWhenItsRunsHaveEnded() {
        NodeFixture node = world.node("a");
        DeleteJob delete = new DeleteJob(world.storage.jobs());
        Job job = world.job("job");
        Run run = node.started(World.start(job));
        assertThatExceptionOfType(JobFailure.HasUnfinishedRuns.class)
                .isThrownBy(() -> delete.delete(job.id(), editor("alice")));
        node.runThreads.runAll();
        delete.delete(job.id(), editor("alice"));

        assertThat(world.storage.jobs().find(job.id())).isEmpty();
        assertThat(world.stored(run.id()).isEnded()).isTrue();
        assertThatExceptionOfType(JobFailure.NotFound.class).isThrownBy(() -> delete.delete(job.id(), editor("alice")));
    }

    private void refused(JobDraft draft, Precondition precondition) {
        assertThatExceptionOfType(JobFailure.Stale.class)
                .isThrownBy(() -> apply.apply(draft, precondition, editor("alice")));
    }

    private static Principal editor(String name) {
        return AccessExamples.everywhere(name, Role.EDITOR);
    }

    private ApplyJob apply(ScriptedTaskRunner runner) {
        return new ApplyJob(world.storage.jobs(), new TaskRunners(List.of(runner)), world.ids, world.time);
    }

    private static JobDefinition definition(String name) {
        return JobExamples.definition(ProjectPath.DEFAULT, new JobName(name));
    }

    private static JobDraft draft(JobDefinition definition) {
        return new JobDraft(Optional.empty(), Optional.empty(), definition);
    }

    private static JobDraft draft(String id, JobDefinition definition) {
        return new JobDraft(Optional.of(new JobId(id)), Optional.empty(), definition);
    }

    private static Optional<FederatedId> federated(String id) {
        return Optional.of(new FederatedId(id));
    }
}
