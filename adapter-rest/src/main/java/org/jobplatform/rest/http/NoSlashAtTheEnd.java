package org.jobplatform.rest.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/**
 * Knows nothing under a path with a slash at its end, which JAX-RS alone takes for the same path without it. Each dialect has a
 * class of its own, since JAX-RS takes one filter of a class; it must be {@code @PreMatching}.
 */
public abstract class NoSlashAtTheEnd implements ContainerRequestFilter {
    private final List<String> prefixes;

    /** @param prefixes the paths without trailing slash whose requests this minds, each with everything below */
    protected NoSlashAtTheEnd(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.endsWith("/") && prefixes.stream().anyMatch(prefix -> path.startsWith(prefix + "/"))) {
            throw new NotFoundException();
        }
    }
}
