package org.jobplatform.rest.infolink;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Tells how far a run is, and what it has found. */
@Path(Addresses.API)
@Produces(MediaType.APPLICATION_JSON)
public final class JobStatusResource {
    private final Apps apps;
    private final ResultSets results;

    JobStatusResource(Apps apps, ResultSets results) {
        this.apps = apps;
        this.results = results;
    }

    /** Any run of the app can be asked for, whoever has started it and how. */
    @GET
    @Path(Addresses.JOB_STATUS)
    @Requires(Permission.RUN_READ)
    public Response status(@Context ContainerRequestContext request) {
        RunAddress address = RunAddress.from(request);
        Principal who = Callers.principal(request);
        Run run = apps.run(address.app(), address.id(), who);
        return Answers.status(StatusWords.of(run.status()), results.of(run, true, who));
    }
}
