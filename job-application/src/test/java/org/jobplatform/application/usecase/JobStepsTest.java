package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.TaskRunner.Step;
import org.jobplatform.application.usecase.JobSteps.JobStep;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;

class JobStepsTest {
    private final InMemoryStorage storage = new InMemoryStorage(new SettableTime(JobExamples.EDIT.at()));
    private final Job load =
            storage.jobs().save(JobExamples.job("load", new ProjectPath("Sales/Nightly"), new JobName("Load")));

    private List<JobStep> steps(Step... steps) {
        TaskRunners runners = new TaskRunners(List.of(
                ScriptedTaskRunner.ending("noop", new RunOutcome.Completed()).stepping(settings -> List.of(steps))));
        return new JobSteps(storage.jobs(), runners).of(JobExamples.job("flow"));
    }

    @Test
    void stepShouldHaveItsJobWhenItIsNamedByIdOrByProjectAndName() {
        Optional<String> name = Optional.of("first");

        assertThat(steps(new Step("load", name), new Step("Sales/Nightly/Load", Optional.empty())))
                .containsExactly(
                        new JobStep("load", name, Optional.of(load)),
                        new JobStep("Sales/Nightly/Load", Optional.empty(), Optional.of(load)));
    }

    @Test
    void stepShouldHaveNoJobWhenThereIsNone() {
        assertThat(steps(
                        new Step("other", Optional.empty()),
                        new Step("Sales/Load", Optional.empty()),
                        new Step("Sales/", Optional.empty()),
                        new Step("", Optional.empty())))
                .allSatisfy(step -> assertThat(step.job()).isEmpty())
                .hasSize(4);
    }

    @Test
    void jobShouldHaveNoStepsWhenItsRunnerIsNotHere() {
        Job elsewhere = JobExamples.job(
                "flow", JobExamples.job("flow").definition().withRunner(new RunnerConfiguration("other", Map.of())));

        assertThat(new JobSteps(storage.jobs(), new TaskRunners(List.of())).of(elsewhere))
                .isEmpty();
    }
}
