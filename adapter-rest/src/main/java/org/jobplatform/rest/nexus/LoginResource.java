package org.jobplatform.rest.nexus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Open;

/** Begins sessions. What the query and the body say does not matter. */
@Path(Addresses.ROOT + "/security/login")
@Produces(MediaType.APPLICATION_JSON)
public final class LoginResource {
    private final Credentials credentials;

    LoginResource(Credentials credentials) {
        this.credentials = credentials;
    }

    /** As {@link #post}. */
    @GET
    @Open
    public LoginResponse get(@Context HttpHeaders headers, @Context ContainerRequestContext request) {
        return post(headers, request);
    }

    /** Begins a session for whoever the {@code Authorization} header proves. */
    @POST
    @Open
    public LoginResponse post(@Context HttpHeaders headers, @Context ContainerRequestContext request) {
        Authorization authorization = Authorization.of(headers);
        String source = Callers.source(request);
        return LoginResponse.from(authorization
                .login()
                .map(login -> credentials.logIn(login.name(), login.password(), HashReader.IDLE, source))
                .or(() -> authorization.key().map(key -> credentials.logIn(key, HashReader.IDLE, source)))
                .orElseThrow(AccessFailure.Unauthenticated::new));
    }
}
