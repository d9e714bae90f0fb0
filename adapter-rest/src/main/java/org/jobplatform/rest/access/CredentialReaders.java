package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The credential readers by path, in any case of its letters. A path that none claims has no credentials. */
final class CredentialReaders {
    private final Map<String, CredentialReader> byPrefix = new HashMap<>();

    CredentialReaders(Collection<? extends CredentialReader> readers) {
        for (CredentialReader reader : readers) {
            for (String prefix : reader.prefixes()) {
                if (byPrefix.put(prefix.toLowerCase(Locale.ROOT), reader) != null) {
                    throw new IllegalArgumentException("two credential readers claim " + prefix);
                }
            }
        }
    }

    Optional<String> token(ContainerRequestContext request) {
        return find(request.getUriInfo().getRequestUri().getRawPath()).flatMap(reader -> reader.token(request));
    }

    Optional<NamePassword> login(ContainerRequestContext request) {
        return find(request.getUriInfo().getRequestUri().getRawPath()).flatMap(reader -> reader.login(request));
    }

    private Optional<CredentialReader> find(String given) {
        String path = given.toLowerCase(Locale.ROOT);
        int end = path.length();
        while (end > 0) {
            CredentialReader reader = byPrefix.get(path.substring(0, end));
            if (reader != null) {
                return Optional.of(reader);
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return Optional.empty();
    }
}
