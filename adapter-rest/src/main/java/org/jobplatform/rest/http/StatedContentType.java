package org.jobplatform.rest.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * Refuses a body that does not say what it is, which JAX-RS would hand to any method. Methods that say nothing of what they
 * take, because they read no body or any, do not mind. Each dialect has a class of its own, since JAX-RS takes one filter of a
 * class.
 */
public abstract class StatedContentType implements ContainerRequestFilter {
    private final List<String> prefixes;

    /** @param prefixes with which the paths of the requests begin that this minds, in any case of their letters */
    protected StatedContentType(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.hasEntity() && request.getMediaType() == null && isOurs(request) && mindsType(request)) {
            throw new NotSupportedException();
        }
    }

    private boolean isOurs(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return prefixes.stream().anyMatch(prefix -> path.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    private static boolean mindsType(ContainerRequestContext request) {
        return !((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getConsumedTypes()
                .isEmpty();
    }
}
