package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.usecase.ChangePassword;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.SignedIn;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** What everybody may know and change of themselves. */
@Path(NativeApi.PREFIX + "/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final ChangePassword changePassword;
    private final Keys keys;

    MeResource(ChangePassword changePassword, Keys keys) {
        this.changePassword = changePassword;
        this.keys = keys;
    }

    /**
     * Whoever asks.
     *
     * @param grants what the credential of the request may do
     */
    record MeResponse(String name, List<GrantResponse> grants) {
        static MeResponse from(Principal who) {
            return new MeResponse(who.name(), GrantResponse.all(who.grants()));
        }
    }

    /** The sender's name, and what may be done by its credential. */
    @GET
    @SignedIn
    public MeResponse read(@Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return MeResponse.from(Callers.principal(request));
    }

    /** Chooses another password, which ends every session of the sender. */
    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public void changePassword(JsonFields body, @Context ContainerRequestContext request) {
        String current = body.requiredText("current", NewPassword.LONGEST);
        if (!body.has("new")) {
            body.problem("new", "is missing");
        }
        Optional<NewPassword> next = UserReader.password(body, "new");
        body.check();
        changePassword.change(current, next.orElseThrow(), Callers.principal(request), Callers.source(request));
    }

    /** The sender's keys, without their secrets. */
    @GET
    @Path("keys")
    @SignedIn
    public Map<String, List<KeyResponse>> list(@Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        return keys.list(who.name(), who);
    }

    /** Makes a key for the sender. */
    @POST
    @Path("keys")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response make(JsonFields body, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        return keys.make(who.name(), body, who);
    }

    /** Ends a key of the sender. */
    @DELETE
    @Path("keys/{id}")
    @SignedIn
    public void revoke(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        keys.revoke(who.name(), id, who);
    }
}
