package org.jobplatform.rest.informatica;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jobplatform.application.usecase.JobSteps;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** The two types of task that have an address of their own: linear taskflows and mapping tasks. */
@Path(Addresses.V2 + "/{kind:workflow|mttask}")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public final class TypedTaskResource {
    private final Tasks tasks;
    private final JobSteps steps;

    TypedTaskResource(Tasks tasks, JobSteps steps) {
        this.tasks = tasks;
        this.steps = steps;
    }

    /** Every task of the type, in the order of project and name. */
    @GET
    @Requires(Permission.JOB_READ)
    public List<TaskResponse> list(@PathParam("kind") String kind, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        TaskType type = type(kind);
        return tasks.ofType(type, who).stream()
                .map(job -> describe(job, type, who))
                .toList();
    }

    /** The task with this id, in whatever project it is. */
    @GET
    @Path("{id}")
    @Requires(Permission.JOB_READ)
    public TaskResponse byId(
            @PathParam("kind") String kind, @PathParam("id") String id, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        TaskType type = type(kind);
        return describe(tasks.withId(id, type, who), type, who);
    }

    /** The task with this name: the one in the Default project, else the only one anywhere. */
    @GET
    @Path("name/{name}")
    @Requires(Permission.JOB_READ)
    public TaskResponse byName(
            @PathParam("kind") String kind, @PathParam("name") String name, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        TaskType type = type(kind);
        return describe(tasks.named(name, type, who), type, who);
    }

    private TaskResponse describe(Job job, TaskType type, Principal who) {
        return type == TaskType.WORKFLOW ? TaskResponse.workflow(job, steps.of(job, who)) : TaskResponse.from(job);
    }

    private static TaskType type(String kind) {
        return kind.equals("workflow") ? TaskType.WORKFLOW : TaskType.MTT;
    }
}
