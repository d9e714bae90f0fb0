package org.jobplatform.rest.infolink;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.json.JsonFields;

/** Starts a job, and waits for it when asked to. */
@Path(Addresses.API)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ExecuteJobResource {
    private final Apps apps;
    private final StartRun start;
    private final SynchronousCalls calls;
    private final ResultSets results;

    ExecuteJobResource(Apps apps, StartRun start, SynchronousCalls calls, ResultSets results) {
        this.apps = apps;
        this.start = start;
        this.calls = calls;
        this.results = results;
    }

    /** Answers with the id of the run, or with the results that it had when it ended. */
    @POST
    @Path(Addresses.EXECUTE_JOB)
    @Requires(Permission.RUN_START)
    public Response execute(JsonFields body, @Context ContainerRequestContext request) throws InterruptedException {
        ExecuteJobRequest wanted = ExecuteJobRequest.from(body);
        Caller caller = Callers.caller(request, Dialect.INFOLINK);
        Principal who = caller.who();
        Job job = apps.job(wanted.app(), wanted.operation().job(), who);
        StartCommand command = wanted.toCommand(job.id(), caller);
        if (wanted.asynchronous()) {
            RunId id = start.start(command).run().id();
            return Answers.started(wanted.jobId().orElse(id.value()));
        }
        try (AwaitRun.Reserved place = calls.reserve()) {
            RunId id = start.start(command).run().id();
            Run run = calls.outcome(place, id, wanted.jobId().orElse(id.value()), who);
            return Answers.results(results.of(run, wanted.schema(), who));
        }
    }
}
