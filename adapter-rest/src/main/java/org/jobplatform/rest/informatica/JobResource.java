package org.jobplatform.rest.informatica;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.json.JsonFields;

/** Starts and stops tasks. */
@Path(Addresses.V2 + "/job")
@Consumes({
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_FORM_URLENCODED,
    MediaType.APPLICATION_XML,
    MediaType.TEXT_XML
})
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public final class JobResource {
    private final Tasks tasks;
    private final StartRun start;
    private final StopJob stop;

    JobResource(Tasks tasks, StartRun start, StopJob stop) {
        this.tasks = tasks;
        this.start = start;
        this.stop = stop;
    }

    /** Starts a task. */
    @POST
    @Requires(Permission.RUN_START)
    public JobResponse start(JsonFields body, @Context ContainerRequestContext request) {
        StartJobRequest wanted = StartJobRequest.from(body);
        Caller caller = Callers.caller(request, Dialect.INFORMATICA);
        Job job = tasks.find(wanted.task(), caller.who());
        Run run = start.start(wanted.toCommand(job.id(), caller)).run();
        return JobResponse.from(run, wanted.callbackUrl());
    }

    /** Stops every unfinished run of a task: now, or cleanly when the query says so. */
    @POST
    @Path("stop")
    @Requires(Permission.RUN_STOP)
    public SuccessResponse stop(JsonFields body, @Context UriInfo uri, @Context ContainerRequestContext request) {
        StopMode mode = new QueryValues(uri).flag("cleanStop") ? StopMode.CLEAN : StopMode.NOW;
        TaskAddress task = TaskAddress.from(body);
        body.check();
        Principal who = Callers.principal(request);
        if (stop.stop(tasks.find(task, who), mode, "stopped by " + who.name(), who)
                .isEmpty()) {
            throw new TaskRefusal(ErrorCode.NOT_RUNNING);
        }
        return SuccessResponse.of("The task is being stopped.");
    }
}
