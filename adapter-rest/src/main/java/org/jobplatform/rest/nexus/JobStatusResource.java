package org.jobplatform.rest.nexus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Tells how far runs are. */
@Path(Addresses.ROOT + "/jobStatus")
@Produces(MediaType.APPLICATION_JSON)
public final class JobStatusResource {
    /** How many of the caller's runs the list holds. */
    static final int RECENT = 100;

    private final RunQueries runs;

    JobStatusResource(RunQueries runs) {
        this.runs = runs;
    }

    /** The job of the query; without one, those that the caller has started last. */
    @GET
    @Requires(Permission.RUN_READ)
    public Response byQuery(@Context ContainerRequestContext request) {
        Optional<RunId> id = IdQuery.optional(request);
        Principal who = Callers.principal(request);
        Object answer = id.isPresent() ? job(id.get(), who) : recent(who);
        return Response.ok(answer).build();
    }

    /** The job of the path. */
    @GET
    @Path("{id}")
    @Requires(Permission.RUN_READ)
    public ServerJob byPath(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return job(IdQuery.ofPath(id, request), Callers.principal(request));
    }

    private ServerJob job(RunId id, Principal who) {
        return ServerJob.from(runs.find(id, who));
    }

    private ServerJobs recent(Principal who) {
        return new ServerJobs(runs.startedBy(who.name(), RECENT, who).stream()
                .map(ServerJob::from)
                .toList());
    }
}
