package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Authorization: Bearer <token>} (RFC 6750); no other scheme, and no query or body. */
public final class BearerToken implements CredentialReader {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final List<String> prefixes;

    /** @param prefixes the paths that take such tokens */
    public BearerToken(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public List<String> prefixes() {
        return prefixes;
    }

    @Override
    public Optional<String> token(ContainerRequestContext request) {
        // Two fields arrive joined by a comma, which no token holds.
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
