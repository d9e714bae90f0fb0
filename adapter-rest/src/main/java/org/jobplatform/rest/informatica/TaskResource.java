package org.jobplatform.rest.informatica;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Lists tasks of every project by their type. */
@Path(Addresses.V2 + "/task")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public final class TaskResource {
    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The tasks of the type that the query must name, in the order of project and name. */
    @GET
    @Requires(Permission.JOB_READ)
    public List<TaskResponse> list(@Context UriInfo uri, @Context ContainerRequestContext request) {
        TaskType type = new QueryValues(uri).required("type", TaskType::parse, TaskType.CODES);
        return tasks.ofType(type, Callers.principal(request)).stream()
                .map(TaskResponse::from)
                .toList();
    }
}
