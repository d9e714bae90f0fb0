package org.jobplatform.rest.nexus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.rest.access.NamePassword;
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
    public LoginResponse get(@Context HttpHeaders headers) {
        return post(headers);
    }

    /** Begins a session for whoever the {@code Authorization} header proves. */
    @POST
    @Open
    public LoginResponse post(@Context HttpHeaders headers) {
        Authorization authorization = Authorization.of(headers);
        return LoginResponse.from(authorization
                .login()
                .map(this::byPassword)
                .or(() -> authorization.key().map(key -> credentials.logIn(key, HashReader.IDLE)))
                .orElseThrow(AccessFailure.Unauthenticated::new));
    }

    private Credentials.Login byPassword(NamePassword login) {
        return credentials.logIn(login.name(), login.password(), HashReader.IDLE);
    }
}
