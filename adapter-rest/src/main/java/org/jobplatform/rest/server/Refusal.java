package org.jobplatform.rest.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.rest.json.FieldProblem;

/**
 * Why a request is answered with an error, before a dialect words it.
 *
 * @param status 400 to 599
 * @param message for the caller; no input, no internals
 * @param problems every offending field, if fields are at fault
 * @param retryAfter becomes a {@code Retry-After} header
 */
public record Refusal(int status, String message, List<FieldProblem> problems, Optional<Duration> retryAfter) {
    /** Refuses a status that is no error and copies the list. */
    public Refusal {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not an error status: " + status);
        }
        problems = List.copyOf(problems);
    }

    /** A refusal that is all in its status and message. */
    public static Refusal of(int status, String message) {
        return new Refusal(status, message, List.of(), Optional.empty());
    }

    /** A refusal the caller may overcome by waiting. */
    public static Refusal later(int status, String message, Duration retryAfter) {
        return new Refusal(status, message, List.of(), Optional.of(retryAfter));
    }
}
