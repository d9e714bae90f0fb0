package org.jobplatform.rest.server;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.jobplatform.rest.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** What the tests call, under a native and a dialect's prefix. */
public abstract sealed class Echo {
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String hello(@QueryParam("number") @Nullable Integer number, @QueryParam("id") @Nullable String id) {
        return "hello " + number + " " + id;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/json"})
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> greet(JsonFields body) {
        String name = body.requiredName("name", 64);
        int times = body.optionalInteger("times", 1, 9).orElse(1);
        body.check();
        return Map.of("name", name, "times", times, "at", Instant.EPOCH);
    }

    @POST
    @Path("size")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    public String size(byte[] body) {
        return "size " + body.length;
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("secret reason");
    }

    @GET
    @Path("unwritable")
    @Produces(MediaType.APPLICATION_JSON)
    public Object unwritable() {
        return new Unwritable();
    }

    @GET
    @Path("busy")
    public String busy() {
        throw new UnsupportedOperationException("queue full");
    }

    /** Fails while it is written. */
    public static final class Unwritable {
        /** Never returns. */
        public String getValue() {
            return String.valueOf(Integer.parseInt("secret reason"));
        }
    }

    @Path("/platform/v1/echo")
    public static final class Native extends Echo {}

    @Path("/old/api/echo")
    public static final class Old extends Echo {}
}
