package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.server.ErrorAnswer;
import org.jobplatform.rest.server.ErrorBody;
import org.jobplatform.rest.server.ErrorPresenter;
import org.jobplatform.rest.server.Refusal;

/** Errors of the token's address, by the codes of RFC 6749, section 5.2; always JSON. */
final class TokenErrors implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        ObjectNode body = JSON.createObjectNode().put("error", code(answer));
        if (answer.cause().filter(UnsupportedGrant.class::isInstance).isEmpty()) {
            String reference = answer.status() == 500 ? " (" + answer.correlationId() + ")" : "";
            body.put("error_description", answer.message() + reference);
        }
        return new ErrorBody(answer.status(), MediaTypes.JSON, body.toString());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return switch (failure) {
            case UnsupportedGrant unsupported -> Optional.of(Refusal.of(400, String.valueOf(unsupported.getMessage())));
            case AccessFailure.Unauthenticated ignored ->
                Optional.of(Refusal.of(400, "The user name or password is incorrect."));
            default -> Failures.refusal(failure);
        };
    }

    private static String code(ErrorAnswer answer) {
        Throwable cause = answer.cause().orElse(null);
        if (cause instanceof UnsupportedGrant) {
            return "unsupported_grant_type";
        }
        if (cause instanceof AccessFailure.Unauthenticated) {
            return "invalid_grant";
        }
        return switch (answer.status()) {
            case 429, 503 -> "temporarily_unavailable";
            case 500 -> "server_error";
            default -> "invalid_request";
        };
    }
}
