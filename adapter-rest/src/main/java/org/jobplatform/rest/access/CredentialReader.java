package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** Finds the session token or API key in a dialect's requests. */
public interface CredentialReader {
    /** Paths without trailing slash whose requests this reads, each with everything below; the longest match wins. */
    List<String> prefixes();

    /**
     * The token as the client sent it; empty when there is none, it is malformed, or it comes in a form that the dialect
     * does not take. One whose dialect has its credential in the body puts the body back as it was. A failure it throws
     * is answered in the dialect's words.
     */
    Optional<String> token(ContainerRequestContext request);

    /** Name and password, of a request without a token in a dialect that takes them with every request. */
    default Optional<NamePassword> login(ContainerRequestContext request) {
        return Optional.empty();
    }
}
