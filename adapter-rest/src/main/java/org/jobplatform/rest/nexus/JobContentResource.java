package org.jobplatform.rest.nexus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.ContentDisposition;
import org.jobplatform.rest.http.ContentDownload;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/** Gives what runs have left, under their own media types. */
@Path(Addresses.ROOT + "/jobContent")
@Produces(MediaType.WILDCARD)
public final class JobContentResource {
    private final RunQueries runs;

    JobContentResource(RunQueries runs) {
        this.runs = runs;
    }

    /** That of the job of the query. */
    @GET
    @Requires(Permission.RUN_READ)
    public Response byQuery(@Context ContainerRequestContext request) {
        return content(IdQuery.required(request), request);
    }

    /** That of the job of the path. */
    @GET
    @Path("{id}")
    @Requires(Permission.RUN_READ)
    public Response byPath(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return content(IdQuery.ofPath(id, request), request);
    }

    private Response content(RunId id, ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        Run run = runs.find(id, who);
        ContentDescription content = run.content()
                .orElseThrow(() -> new RefusedRequest(Refusal.of(404, "Job identified by id has no content.")));
        return new ContentDownload(
                        content,
                        (offset, length) -> runs.readContent(run, offset, length, who),
                        ContentDisposition.compact(content.fileName()))
                .answer(request);
    }
}
