package org.jobplatform.rest.starfish;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Tells how runs stand, whoever has started them. */
@Path(Addresses.V1)
@Produces({MediaTypes.JSON, MediaTypes.TEXT_JSON, MediaTypes.XML, MediaTypes.TEXT_XML})
public final class ResultsResource {
    private final RunQueries runs;

    ResultsResource(RunQueries runs) {
        this.runs = runs;
    }

    /** A row for the run, with its id as it was asked for, and one for every run that follows it in its chain. */
    @GET
    @Path(Addresses.RESULTS + "/{runID}")
    @Requires(Permission.RUN_READ)
    public Answer results(@PathParam("runID") String runId, @Context ContainerRequestContext request) {
        GivenRunId given = GivenRunId.of(runId).orElseThrow(() -> new RunFailure.NotFound("this id"));
        return Answer.of(runs.family(given.id(), Callers.principal(request)).stream()
                .map(run -> ResultsResponse.from(run, spelling(run, given)))
                .toList());
    }

    private static String spelling(Run run, GivenRunId given) {
        return run.id().equals(given.id()) ? given.spelling() : run.id().value();
    }
}
