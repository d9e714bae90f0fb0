package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jobplatform.rest.access.Open;

/** Tells whatever watches the server whether it lives, and whether it can do its work. No more. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final BooleanSupplier ready;

    HealthResource(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** The server answers at all. */
    @GET
    @Path("live")
    @Open
    public Map<String, String> live() {
        return Map.of("status", "up");
    }

    /** The server can do its work. */
    @GET
    @Path("ready")
    @Open
    public Response ready() {
        return ready.getAsBoolean()
                ? Response.ok(Map.of("status", "up")).build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(Map.of("status", "down"))
                        .build();
    }
}
