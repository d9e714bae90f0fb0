package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.rest.server.RestServer;

/** Tells a resource method that {@link Requires} a permission whom its request comes from. */
public final class Callers {
    private static final String PRINCIPAL = Callers.class.getName();

    private Callers() {}

    static void remember(ContainerRequestContext request, Principal principal) {
        request.setProperty(PRINCIPAL, principal);
    }

    /** Who has sent the request. @throws IllegalStateException in an {@link Open} method */
    public static Principal principal(ContainerRequestContext request) {
        if (request.getProperty(PRINCIPAL) instanceof Principal principal) {
            return principal;
        }
        throw new IllegalStateException("an open method has no principal");
    }

    /**
     * Who has sent the request, and from which address.
     *
     * @param dialect the dialect of the resource
     * @throws IllegalStateException in an {@link Open} method
     */
    public static Caller caller(ContainerRequestContext request, Dialect dialect) {
        return new Caller(dialect, principal(request).name(), source(request));
    }

    /** The address that the request comes from, also in an {@link Open} method. */
    public static String source(ContainerRequestContext request) {
        Object address = request.getProperty(RestServer.CLIENT_ADDRESS);
        return address == null ? "" : address.toString();
    }
}
