package org.jobplatform.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/** Lets a request reach the resource method it was matched to when the method says that its sender may. */
final class AccessFilter implements ContainerRequestFilter {
    private final Credentials credentials;
    private final CredentialReaders readers;
    private final CallRates rates;

    AccessFilter(Credentials credentials, CredentialReaders readers, CallRates rates) {
        this.credentials = credentials;
        this.readers = readers;
        this.rates = rates;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = ((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getInvocable()
                .getHandlingMethod();
        if (method.isAnnotationPresent(Open.class)) {
            return;
        }
        Principal principal = principal(request);
        Callers.remember(request, principal);
        if (method.isAnnotationPresent(SignedIn.class)) {
            return;
        }
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) {
            // Only what Jersey adds by itself, such as OPTIONS, has none: RouteAccess has seen all others.
            throw new RefusedRequest(Refusal.of(403, "This is not allowed."));
        }
        // Whether of the very thing that is asked for, is judged where that is known.
        principal.requireSomewhere(requires.value());
        rates.take(requires.value(), principal);
        Callers.rememberProof(request, () -> {
            Principal now = principal(request);
            now.requireSomewhere(requires.value());
            Callers.remember(request, now);
        });
    }

    private Principal principal(ContainerRequestContext request) {
        String source = Callers.source(request);
        return readers.token(request)
                .map(token -> credentials.authenticate(token, source))
                .or(() -> readers.login(request)
                        .map(login -> credentials.authenticate(login.name(), login.password(), source)))
                .orElseThrow(AccessFailure.Unauthenticated::new);
    }
}
