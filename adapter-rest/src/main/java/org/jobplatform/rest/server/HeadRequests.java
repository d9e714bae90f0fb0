package org.jobplatform.rest.server;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Remembers which requests came as {@code HEAD}: JAX-RS answers them by the method for {@code GET}, which sees a
 * {@code GET}. For methods that do more than look.
 */
@PreMatching
public final class HeadRequests implements ContainerRequestFilter {
    private static final String PROPERTY = HeadRequests.class.getName();

    HeadRequests() {}

    /** Whether only the head of the answer was asked for. */
    public static boolean include(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) != null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            request.setProperty(PROPERTY, true);
        }
    }
}
