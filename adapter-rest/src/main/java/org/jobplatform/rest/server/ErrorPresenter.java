package org.jobplatform.rest.server;

import java.util.Optional;

/** Words a dialect's errors, wherever they arise: in its resources, in routing, or before a request could be read. */
@FunctionalInterface
public interface ErrorPresenter {
    /** The error in the dialect's form. Called from many threads; must not block. */
    ErrorBody present(ErrorAnswer answer);

    /**
     * What a failure of the core means to this dialect; empty for one it does not know, which is then answered with 500.
     * Refused input and JAX-RS exceptions are not asked about.
     */
    default Optional<Refusal> translate(Throwable failure) {
        return Optional.empty();
    }
}
