package org.jobplatform.rest.starfish;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Locale;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * Refuses a body that does not say what it is, which JAX-RS would hand to any method. The webhook takes every body; other
 * dialects decide for themselves.
 */
final class ContentTypeFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.hasEntity() && request.getMediaType() == null && isOurs(request) && mindsType(request)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath().toLowerCase(Locale.ROOT);
        return path.startsWith(Addresses.V1_PREFIX + "/") || path.startsWith(Addresses.TOKEN_PREFIX);
    }

    private static boolean mindsType(ContainerRequestContext request) {
        return !((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getConsumedTypes()
                .isEmpty();
    }
}
