package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Requires;

/** The server's clock. */
@Path(Addresses.V2 + "/server/serverTime")
public final class ServerTimeResource {
    private final InstantSource clock;

    ServerTimeResource(InstantSource clock) {
        this.clock = clock;
    }

    /** The {@code serverTime} object. */
    record ServerTimeResponse(@JsonProperty("@type") String kind, String time) {}

    /** What time it is. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Requires(Permission.JOB_READ)
    public ServerTimeResponse now() {
        return new ServerTimeResponse("serverTime", WholeSeconds.format(clock.instant()));
    }
}
