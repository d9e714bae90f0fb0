package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** The API keys of any user, for administrators. */
@Path(NativeApi.PREFIX + "/users/{name}/keys")
@Produces(MediaType.APPLICATION_JSON)
public final class UserKeysResource {
    private final Keys keys;

    UserKeysResource(Keys keys) {
        this.keys = keys;
    }

    /** Every key, without its secret. */
    @GET
    @Requires(Permission.ADMINISTER)
    public Map<String, List<KeyResponse>> list(
            @PathParam("name") String name, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return keys.list(name, Callers.principal(request));
    }

    /** Makes a key. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response make(@PathParam("name") String name, JsonFields body, @Context ContainerRequestContext request) {
        return keys.make(name, body, Callers.principal(request));
    }

    /** Ends a key. */
    @DELETE
    @Path("{id}")
    @Requires(Permission.ADMINISTER)
    public void revoke(
            @PathParam("name") String name, @PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        keys.revoke(name, id, Callers.principal(request));
    }
}
