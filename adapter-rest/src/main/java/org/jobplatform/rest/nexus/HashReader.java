package org.jobplatform.rest.nexus;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.access.NamePassword;

/**
 * Reads the {@code hash} that a login has given, from the query; where it is absent, what the {@code Authorization} header
 * of the request says. A hash that is given twice is none.
 */
final class HashReader implements CredentialReader {
    /** How long a session of this dialect lasts without use. */
    static final Duration IDLE = Duration.ofMinutes(60);

    private static final String PARAMETER = "hash";

    @Override
    public List<String> prefixes() {
        return Addresses.PREFIXES;
    }

    @Override
    public Optional<String> token(ContainerRequestContext request) {
        List<String> hashes = hashes(request);
        return hashes.isEmpty()
                ? authorization(request).key()
                : Optional.of(hashes.getFirst()).filter(hash -> hashes.size() == 1);
    }

    @Override
    public Optional<NamePassword> login(ContainerRequestContext request) {
        return hashes(request).isEmpty() ? authorization(request).login() : Optional.empty();
    }

    private static List<String> hashes(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().getOrDefault(PARAMETER, List.of());
    }

    private static Authorization authorization(ContainerRequestContext request) {
        return Authorization.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
}
