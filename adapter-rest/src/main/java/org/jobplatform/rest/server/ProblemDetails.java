package org.jobplatform.rest.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;

/**
 * Errors as problem details (RFC 9457), with {@code errors} naming every offending field. {@code instance} is a relative
 * reference that holds the correlation id. A 401 asks for a bearer credential.
 */
public final class ProblemDetails implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    private final Function<Throwable, Optional<Refusal>> failures;

    /**
     * Problem details for one interface.
     *
     * @param failures what the core's failures mean there
     */
    public ProblemDetails(Function<Throwable, Optional<Refusal>> failures) {
        this.failures = failures;
    }

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title(answer.status()))
                .put("status", answer.status())
                .put("detail", answer.message())
                .put("instance", "#" + answer.correlationId());
        if (!answer.refusal().problems().isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            for (FieldProblem field : answer.refusal().problems()) {
                errors.addObject().put("field", field.field()).put("message", field.message());
            }
        }
        return new ErrorBody(
                answer.status(),
                "application/problem+json",
                problem.toString(),
                answer.status() == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return failures.apply(failure);
    }

    private static String title(int status) {
        Status known = Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Error";
    }
}
