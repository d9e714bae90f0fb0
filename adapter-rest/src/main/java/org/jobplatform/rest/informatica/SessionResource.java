package org.jobplatform.rest.informatica;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Open;
import org.jobplatform.rest.access.SignedIn;
import org.jobplatform.rest.json.JsonFields;

/** Sessions of version 3; the same sessions as those of version 2. */
@Path(Addresses.V3)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Credentials credentials;
    private final SessionHeader header;
    private final PublicAddress address;

    SessionResource(Credentials credentials, SessionHeader header, PublicAddress address) {
        this.credentials = credentials;
        this.header = header;
        this.address = address;
    }

    /** Begins a session. */
    @POST
    @Path("login")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Open
    public SessionResponse logIn(
            JsonFields body,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context ContainerRequestContext asked) {
        LoginRequest request = LoginRequest.from(body);
        Credentials.Login login =
                credentials.logIn(request.username(), request.password(), SessionHeader.IDLE, Callers.source(asked));
        return SessionResponse.from(login, address.serverUrl(uri, headers));
    }

    /** Ends the session of the header, and answers with an empty object. What the body says does not matter. */
    @POST
    @Path("logout")
    @SignedIn
    public Map<String, String> logOut(@Context ContainerRequestContext request) {
        header.token(request).ifPresent(credentials::logOut);
        return Map.of();
    }
}
