package org.jobplatform.rest.server;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a refusal into the answer its dialect gives. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final ServedDialects dialects;

    Errors(ServedDialects dialects) {
        this.dialects = dialects;
    }

    /** The answer to a failure of the server itself; only the log says why. */
    ErrorBody unexpected(RequestFacts request, Throwable cause) {
        String id = newId();
        LOG.error("{} {} failed, answered with 500 ({})", request.method(), request.path(), id, cause);
        return word(new ErrorAnswer(
                Refusal.of(500, "The server failed to carry out the request."), id, request, Optional.of(cause)));
    }

    ErrorBody refused(RequestFacts request, Refusal refusal, Optional<Throwable> cause) {
        return word(new ErrorAnswer(refusal, newId(), request, cause));
    }

    /** What a failure means to the dialect of this path. */
    Optional<Refusal> translate(RequestFacts request, Throwable failure) {
        return dialects.errors(request.path()).translate(failure);
    }

    private ErrorBody word(ErrorAnswer answer) {
        ErrorBody body;
        try {
            body = dialects.errors(answer.request().path()).present(answer);
        } catch (RuntimeException broken) {
            LOG.error("error of {} could not be worded ({})", answer.request().path(), answer.correlationId(), broken);
            body = new PlainText().present(answer);
        }
        if (answer.refusal().retryAfter().isEmpty()) {
            return body;
        }
        Map<String, String> headers = new LinkedHashMap<>(body.headers());
        headers.put(
                "Retry-After",
                Long.toString(wholeSeconds(answer.refusal().retryAfter().get())));
        return new ErrorBody(body.status(), body.mediaType(), body.text(), headers);
    }

    /** No fewer than it takes. */
    private static long wholeSeconds(Duration delay) {
        return Math.max(1, delay.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
