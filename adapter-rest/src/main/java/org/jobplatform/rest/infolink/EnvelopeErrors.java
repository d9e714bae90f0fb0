package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.server.ErrorAnswer;
import org.jobplatform.rest.server.ErrorBody;
import org.jobplatform.rest.server.ErrorPresenter;
import org.jobplatform.rest.server.Refusal;

/**
 * Errors in the envelope of this dialect. What a call asks for and does not get is told with status 200, as such envelopes
 * do; what HTTP itself refuses, load, and failures of the server keep their status.
 */
final class EnvelopeErrors implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);
    private static final Set<Integer> KEPT = Set.of(413, 415, 429);

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        String reference = answer.status() == 500 ? " (" + answer.correlationId() + ")" : "";
        ObjectNode envelope = JSON.createObjectNode().put("status", "error");
        envelope.putObject("result").put("message", answer.message() + reference);
        return new ErrorBody(isOfTheCall(answer) ? 200 : answer.status(), "application/json", envelope.toString());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return Failures.refusal(failure);
    }

    private static boolean isOfTheCall(ErrorAnswer answer) {
        boolean reached = answer.cause()
                .filter(cause -> !(cause instanceof WebApplicationException))
                .isPresent();
        return reached && answer.status() < 500 && !KEPT.contains(answer.status());
    }
}
