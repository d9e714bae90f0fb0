package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.server.ErrorAnswer;
import org.jobplatform.rest.server.ErrorBody;
import org.jobplatform.rest.server.ErrorPresenter;
import org.jobplatform.rest.server.Refusal;

/** Errors as the {@code error} object of version 2, in XML for clients that would rather have that. */
final class VersionTwoErrors implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        String reference = answer.status() == 500 ? " (" + answer.correlationId() + ")" : "";
        ObjectNode error = JSON.createObjectNode()
                .put("@type", "error")
                .put("code", code(answer).versionTwo())
                .put("description", answer.message() + reference)
                .put("statusCode", answer.status());
        return Accepted.isXmlPreferred(answer.request().accept())
                ? new ErrorBody(answer.status(), "application/xml", XmlAnswer.write(error))
                : new ErrorBody(answer.status(), "application/json", error.toString());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return Failures.refusal(failure);
    }

    /** The code of an error in either version. */
    static ErrorCode code(ErrorAnswer answer) {
        return answer.cause().flatMap(Failures::code).orElseGet(() -> ErrorCode.ofStatus(answer.status()));
    }
}
