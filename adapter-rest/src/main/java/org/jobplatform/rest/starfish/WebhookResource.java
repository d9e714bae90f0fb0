package org.jobplatform.rest.starfish;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Starts jobs for callers who can post what they have, and nothing else. */
@Path(Addresses.V1)
@Produces({MediaTypes.JSON, MediaTypes.TEXT_JSON, MediaTypes.XML, MediaTypes.TEXT_XML})
public final class WebhookResource {
    private final Starts starts;

    WebhookResource(Starts starts) {
        this.starts = starts;
    }

    /** Starts the job of the query with the body, of whatever type it is, as its argument. */
    @POST
    @Path(Addresses.WEBHOOK)
    @Requires(Permission.RUN_START)
    public Answer start(byte[] body, @Context ContainerRequestContext request) {
        WebhookRequest wanted = WebhookRequest.from(request.getUriInfo().getQueryParameters(), body);
        return Answer.of(
                switch (starts.start(
                        wanted.job(), Optional.empty(), wanted.options(), Callers.caller(request, Dialect.STARFISH))) {
                    case StartResult.Started started ->
                        ExecJobAsyncResponse.started(started.run().id().value());
                    case StartResult.Refused refused -> ExecJobAsyncResponse.refused(null, refused.reason());
                });
    }
}
