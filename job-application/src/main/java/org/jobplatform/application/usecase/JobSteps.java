package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;

/** Tells of which other jobs a job consists. */
public final class JobSteps {
    private final JobStore jobs;
    private final TaskRunners runners;

    /** @param runners know which steps the settings of a job name */
    public JobSteps(JobStore jobs, TaskRunners runners) {
        this.jobs = jobs;
        this.runners = runners;
    }

    /**
     * A step.
     *
     * @param reference how the settings name its job
     * @param name what the step is called, where it has a name of its own
     * @param job empty when there is no such job now, or not for the asker
     */
    public record JobStep(String reference, Optional<String> name, Optional<Job> job) {}

    /** The steps of a job in their order; none when it does not consist of other jobs. */
    public List<JobStep> of(Job job, Principal who) {
        return runners
                .find(job.definition().runner().kind())
                .map(runner -> runner.steps(job.definition().runner().settings()))
                .orElse(List.of())
                .stream()
                .map(step -> resolve(step, who))
                .toList();
    }

    private JobStep resolve(TaskRunner.Step step, Principal who) {
        Optional<Job> job = JobAddress.parse(step.job())
                .flatMap(this::find)
                .filter(found -> who.may(Permission.JOB_READ, found.definition().project()));
        return new JobStep(step.job(), step.name(), job);
    }

    private Optional<Job> find(JobAddress address) {
        return switch (address) {
            case JobAddress.ById byId -> jobs.find(byId.id());
            case JobAddress.ByName byName -> jobs.find(byName.project(), byName.name());
        };
    }
}
