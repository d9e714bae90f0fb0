package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.rest.server.RestServer;

/** Tells a resource method that is not {@link Open} whom its request comes from. */
public final class Callers {
    private static final String PRINCIPAL = Callers.class.getName();
    private static final String PROOF = PRINCIPAL + ".proof";

    private Callers() {}

    static void remember(ContainerRequestContext request, Principal principal) {
        request.setProperty(PRINCIPAL, principal);
    }

    static void rememberProof(ContainerRequestContext request, Runnable proof) {
        request.setProperty(PROOF, proof);
    }

    /**
     * Looks at the sender of the request anew, for answers that last: throws an
     * {@link org.jobplatform.domain.access.AccessFailure} when the credential is no longer good, or no longer allows this.
     * From then on {@link #principal} is whoever was found.
     *
     * @throws IllegalStateException in an {@link Open} method
     */
    public static Runnable proof(ContainerRequestContext request) {
        if (request.getProperty(PROOF) instanceof Runnable proof) {
            return proof;
        }
        throw new IllegalStateException("an open method has no proof");
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
        return new Caller(dialect, principal(request), source(request));
    }

    /** The address that the request comes from, also in an {@link Open} method. */
    public static String source(ContainerRequestContext request) {
        Object address = request.getProperty(RestServer.CLIENT_ADDRESS);
        return address == null ? "" : address.toString();
    }
}
