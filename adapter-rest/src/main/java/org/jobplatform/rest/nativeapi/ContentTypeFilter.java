package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Refuses bodies that do not say what they are, which JAX-RS would hand to any method. Other dialects take them. */
final class ContentTypeFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        boolean ours = request.getUriInfo().getRequestUri().getRawPath().startsWith(NativeApi.PREFIX + "/");
        if (ours && request.hasEntity() && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
    }
}
