package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;

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
        Optional<Job> job = find(step.job())
                .filter(found -> who.may(Permission.JOB_READ, found.definition().project()));
        return new JobStep(step.job(), step.name(), job);
    }

    private Optional<Job> find(String reference) {
        try {
            int slash = reference.lastIndexOf('/');
            return slash < 0
                    ? jobs.find(new JobId(reference))
                    : jobs.named(new JobName(reference.substring(slash + 1)), Reach.EVERYTHING).stream()
                            .filter(job -> job.definition().path().equals(reference))
                            .findFirst();
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
