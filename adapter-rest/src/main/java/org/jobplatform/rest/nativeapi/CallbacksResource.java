package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** The callbacks of runs: what became of each attempt, and telling again. */
@Path(NativeApi.PREFIX + "/runs")
@Produces(MediaType.APPLICATION_JSON)
public final class CallbacksResource {
    private final CallbackQueries callbacks;
    private final RedeliverCallback redelivery;

    CallbacksResource(CallbackQueries callbacks, RedeliverCallback redelivery) {
        this.callbacks = callbacks;
        this.redelivery = redelivery;
    }

    /** Every callback of a run, with every attempt. */
    @GET
    @Path("{id}/callbacks")
    @Requires(Permission.RUN_READ)
    public Map<String, Object> list(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return Map.of(
                "callbacks",
                callbacks.of(PathIds.run(id), Callers.principal(request)).stream()
                        .map(CallbackResponse::from)
                        .toList());
    }

    /** Makes another callback to where this one went. */
    @POST
    @Path("{id}/callbacks/{number}/redeliver")
    @Requires(Permission.RUN_START)
    public Response redeliver(
            @PathParam("id") String id, @PathParam("number") String number, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        RunId run = PathIds.run(id);
        return Response.accepted(CallbackResponse.of(
                        redelivery.redeliver(run, PathIds.callback(run, number), Callers.principal(request)),
                        List.of()))
                .build();
    }
}
