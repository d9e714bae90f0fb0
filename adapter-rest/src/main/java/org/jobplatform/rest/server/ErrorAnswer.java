package org.jobplatform.rest.server;

import java.util.Optional;

/**
 * An error about to be worded by a dialect.
 *
 * @param refusal status, message, fields and delay
 * @param correlationId names this answer; for a 500 the log holds the reason under it
 * @param request what it answers
 * @param cause the exception behind it, for dialects with error codes of their own; never to be shown
 */
public record ErrorAnswer(Refusal refusal, String correlationId, RequestFacts request, Optional<Throwable> cause) {
    /** The HTTP status of the refusal. */
    public int status() {
        return refusal.status();
    }

    /** The message of the refusal. */
    public String message() {
        return refusal.message();
    }
}
