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
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Open;
import org.jobplatform.rest.access.SignedIn;
import org.jobplatform.rest.json.JsonFields;

/** Sessions of version 2. */
@Path(Addresses.V2_USER)
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public final class UserResource {
    private final Credentials credentials;
    private final SessionHeader header;
    private final PublicAddress address;

    UserResource(Credentials credentials, SessionHeader header, PublicAddress address) {
        this.credentials = credentials;
        this.header = header;
        this.address = address;
    }

    /** Begins a session. */
    @POST
    @Path("login")
    @Consumes({
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_FORM_URLENCODED,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML
    })
    @Open
    public UserResponse logIn(
            JsonFields body,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context ContainerRequestContext asked) {
        LoginRequest request = LoginRequest.from(body);
        Credentials.Login login =
                credentials.logIn(request.username(), request.password(), SessionHeader.IDLE, Callers.source(asked));
        return UserResponse.from(login, address.serverUrl(uri, headers));
    }

    /** Ends the session of the header. What the body says does not matter. */
    @POST
    @Path("logout")
    @SignedIn
    public SuccessResponse logOut(@Context ContainerRequestContext request) {
        header.token(request).ifPresent(credentials::logOut);
        return SuccessResponse.of("The session has ended.");
    }

    /** Ends every session of the user whose name and password the body holds. */
    @POST
    @Path("logoutall")
    @Consumes({
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_FORM_URLENCODED,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML
    })
    @Open
    public SuccessResponse logOutEverywhere(JsonFields body, @Context ContainerRequestContext asked) {
        LoginRequest request = LoginRequest.from(body);
        credentials.logOutEverywhere(request.username(), request.password(), Callers.source(asked));
        return SuccessResponse.of("All sessions of the user have ended.");
    }
}
