package org.jobplatform.rest.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Collection;
import java.util.List;
import org.jobplatform.application.usecase.Credentials;

/**
 * Access control for every route of a server. Registered once: the server then does not start while a resource method has
 * neither {@link Requires}, {@link SignedIn} nor {@link Open}, and a request without a good credential reaches open methods only. Failures
 * are {@link org.jobplatform.domain.access.AccessFailure}s, for the dialect's error presenter to word.
 */
public final class AccessControl implements Feature {
    private final AccessFilter filter;
    private final RouteAccess routes = new RouteAccess();

    /**
     * Access control by these credentials, to whom each may call as often as it likes.
     *
     * @param readers one for each dialect
     * @throws IllegalArgumentException when two of them claim one prefix
     */
    public AccessControl(Credentials credentials, Collection<? extends CredentialReader> readers) {
        this(credentials, readers, CallRates.UNLIMITED);
    }

    /** Access control that also limits how often each user may start and stop. */
    public AccessControl(Credentials credentials, Collection<? extends CredentialReader> readers, CallRates rates) {
        this.filter = new AccessFilter(credentials, new CredentialReaders(readers), rates);
    }

    /** Every route of the server and what it needs; none before the server was made. */
    public List<Route> routes() {
        return routes.routes();
    }

    @Override
    public boolean configure(FeatureContext context) {
        context.register(filter, Priorities.AUTHENTICATION);
        // Before Jersey adds methods of its own, which say nothing.
        context.register(routes, Priorities.AUTHENTICATION);
        return true;
    }
}
