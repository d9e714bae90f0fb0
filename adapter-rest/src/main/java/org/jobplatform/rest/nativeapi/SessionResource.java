package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.User;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.access.Open;
import org.jobplatform.rest.access.SignedIn;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** The session of a person who logs in with a password. */
@Path(NativeApi.PREFIX + "/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Credentials credentials;
    private final CredentialReader reader;

    SessionResource(Credentials credentials, CredentialReader reader) {
        this.credentials = credentials;
        this.reader = reader;
    }

    /**
     * A session just begun. Says nothing of its token by {@link #toString}.
     *
     * @param token goes where an API key goes
     * @param idle how long it lasts without use
     * @param expiresAt when it ends, however much it is used
     */
    record SessionResponse(String token, String name, String idle, Instant expiresAt) {
        static SessionResponse from(Credentials.Login login) {
            return new SessionResponse(login.token(), login.user().name(), IDLE.toString(), login.endsAt());
        }

        @Override
        public String toString() {
            return "SessionResponse[" + name + "]";
        }
    }

    /** Logs in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    public Response logIn(JsonFields body, @Context ContainerRequestContext request) {
        String name = body.requiredText("username", User.LONGEST_NAME);
        String password = body.requiredText("password", NewPassword.LONGEST);
        body.check();
        return Response.status(Response.Status.CREATED)
                .entity(SessionResponse.from(credentials.logIn(name, password, IDLE, Callers.source(request))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Logs out. A request by an API key ends nothing: keys are revoked where they are managed. */
    @DELETE
    @SignedIn
    public void logOut(@Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        reader.token(request).ifPresent(credentials::logOut);
    }
}
