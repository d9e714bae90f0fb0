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

/** Errors as version 3 writes them. */
final class VersionThreeErrors implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("code", VersionTwoErrors.code(answer).versionThree())
                .put("message", answer.message())
                .put("requestId", answer.correlationId())
                .putNull("details");
        return new ErrorBody(answer.status(), "application/json", body.toString());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return Failures.refusal(failure);
    }
}
