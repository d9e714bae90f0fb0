package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** Runs: list, read, wait for, start under an id of the caller's, stop. */
@Path(NativeApi.PREFIX + "/runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {
    private final RunQueries runs;
    private final StopRun stopRun;
    private final RunStarts starts;
    private final RunWaits waits;
    private final RunAnswers answers;

    RunsResource(RunQueries runs, StopRun stopRun, RunStarts starts, RunWaits waits, RunAnswers answers) {
        this.runs = runs;
        this.stopRun = stopRun;
        this.starts = starts;
        this.waits = waits;
        this.answers = answers;
    }

    /** One page of runs, newest first. */
    @GET
    @Requires(Permission.RUN_READ)
    public Map<String, Object> list(@Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        RunFilter filter = RunFilters.read(query);
        Optional<RunCursor> after = query.parsed("cursor", Cursors::run);
        Page page = Page.of(query);
        query.check();
        Principal who = Callers.principal(request);
        List<Run> found = runs.page(filter, after, page.wanted(), who);
        return page.answer("runs", found, answers.of(found, who), run -> Cursors.text(RunCursor.of(run)));
    }

    /** One run, now or when it has ended. */
    @GET
    @Path("{id}")
    @Requires(Permission.RUN_READ)
    public RunResponse read(@PathParam("id") String id, @Context ContainerRequestContext request)
            throws InterruptedException {
        QueryFields query = QueryFields.of(request);
        OptionalInt wait = query.integer("wait", 0, RunWaits.MAXIMUM);
        query.check();
        RunId run = PathIds.run(id);
        Principal who = Callers.principal(request);
        return answers.of(wait.isPresent() ? waits.await(run, wait.getAsInt(), who) : runs.find(run, who), who);
    }

    /** Starts a run under the caller's own id. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RUN_START)
    public Response start(@PathParam("id") String id, JsonFields body, @Context ContainerRequestContext request)
            throws InterruptedException {
        QueryFields.of(request).check();
        return starts.start(StartReader.read(PathIds.newRun(id), body, request), request);
    }

    /** Asks a run to stop. */
    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RUN_STOP)
    public Response stop(@PathParam("id") String id, JsonFields body, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        StopWish wish = StopWish.read(body, who.name());
        Run run = stopRun.stop(PathIds.run(id), wish.mode(), wish.reason(), who);
        return Response.accepted(answers.of(run, who)).build();
    }
}
