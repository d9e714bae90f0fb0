package org.jobplatform.rest.informatica;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.rest.access.CredentialReader;

/**
 * Reads the session id, or an API key in its place, from the header of either version: both versions take both, in any
 * case.
 */
final class SessionHeader implements CredentialReader {
    /** How long a session of this dialect lasts without use. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final List<String> NAMES = List.of("icSessionId", "INFA-SESSION-ID");

    @Override
    public List<String> prefixes() {
        return Addresses.PREFIXES;
    }

    @Override
    public Optional<String> token(ContainerRequestContext request) {
        return NAMES.stream()
                .map(request::getHeaderString)
                .filter(token -> token != null && !token.isBlank())
                .findFirst();
    }
}
