package org.jobplatform.rest.informatica;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * Refuses a body that does not say what it is, which JAX-RS would hand to any method. Methods that read no body, the
 * logouts, do not mind; other dialects decide for themselves.
 */
final class ContentTypeFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.hasEntity() && request.getMediaType() == null && isOurs(request) && readsBody(request)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return Stream.concat(Addresses.V2_PREFIXES.stream(), Addresses.V3_PREFIXES.stream())
                .anyMatch(prefix -> path.startsWith(prefix + "/"));
    }

    private static boolean readsBody(ContainerRequestContext request) {
        return !((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getConsumedTypes()
                .isEmpty();
    }
}
