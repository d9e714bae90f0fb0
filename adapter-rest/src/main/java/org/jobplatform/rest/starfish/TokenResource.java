package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Open;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;

/** Gives tokens for a name and its password (RFC 6749, section 4.3). */
@Path(Addresses.TOKEN)
public final class TokenResource {
    /** How long a token lives, used or not: the vendor's five days, of which its answer keeps back a second. */
    static final Duration LIFE = Duration.ofDays(5);

    private static final int LONGEST = 1_024;

    private final Credentials credentials;

    TokenResource(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * A token.
     *
     * @param expiresIn seconds for which it is good
     */
    record TokenResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "TokenResponse[for " + expiresIn + " s]";
        }
    }

    /** Begins a session. */
    @POST
    @Consumes(MediaTypes.FORM)
    @Produces(MediaTypes.JSON)
    @Open
    public Response token(byte[] body, @Context ContainerRequestContext request) {
        JsonFields form = JsonFields.of(FormBody.read(body), JsonRules.TEXTUAL);
        if (!form.optionalText("grant_type", LONGEST).filter("password"::equals).isPresent()) {
            throw new UnsupportedGrant();
        }
        String username = form.requiredText("username", LONGEST);
        String password = form.requiredText("password", LONGEST);
        form.check();
        String token = credentials
                .logIn(username, password, LIFE, Callers.source(request))
                .token();
        return Response.ok(new TokenResponse(token, "bearer", LIFE.toSeconds() - 1))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
