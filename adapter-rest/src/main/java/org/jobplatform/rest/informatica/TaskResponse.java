package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jobplatform.application.usecase.JobSteps.JobStep;
import org.jobplatform.domain.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job as version 2 describes it.
 *
 * @param tasks the steps of a linear taskflow in their order; absent in other tasks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskResponse(
        @JsonProperty("@type") String kind,
        String id,
        String orgId,
        String name,
        String description,
        String createTime,
        String updateTime,
        String createdBy,
        String updatedBy,
        @Nullable List<WorkflowTaskResponse> tasks) {

    /**
     * A step of a linear taskflow.
     *
     * @param taskId the id of the step's task, or how the taskflow names a task that does not exist
     * @param type absent when the task does not exist
     * @param name the step's own name, else the task's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkflowTaskResponse(
            @JsonProperty("@type") String kind,
            String taskId,
            @Nullable TaskType type,
            String name) {
        static WorkflowTaskResponse from(JobStep step) {
            return new WorkflowTaskResponse(
                    "workflowTask",
                    step.job().map(job -> job.id().value()).orElse(step.reference()),
                    step.job()
                            .map(job -> TaskType.shownFor(job.definition().type()))
                            .orElse(null),
                    step.name()
                            .or(() -> step.job()
                                    .map(job -> job.definition().name().value()))
                            .orElse(step.reference()));
        }
    }

    /** A task as it stands in the list of its type. */
    static TaskResponse from(Job job) {
        return from(job, null);
    }

    /** A linear taskflow with its steps. */
    static TaskResponse workflow(Job job, List<JobStep> steps) {
        return from(job, steps.stream().map(WorkflowTaskResponse::from).toList());
    }

    private static TaskResponse from(Job job, @Nullable List<WorkflowTaskResponse> steps) {
        return new TaskResponse(
                "task",
                job.id().value(),
                Organization.ID,
                job.definition().name().value(),
                job.definition().description().orElse(""),
                WholeSeconds.format(job.created().at()),
                WholeSeconds.format(job.updated().at()),
                job.created().by(),
                job.updated().by(),
                steps);
    }
}
