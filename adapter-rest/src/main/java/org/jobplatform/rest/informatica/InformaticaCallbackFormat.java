package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;

/**
 * The callback of this dialect: a {@code callbackUrlResponse} object, always JSON. It knows two outcomes; a run that was
 * stopped or lost has failed.
 */
public final class InformaticaCallbackFormat implements CallbackFormat {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    private final DeliveryPolicy policy;

    /**
     * The format with one of the two schedules that the vendor has documented.
     *
     * @throws IllegalArgumentException when the policy is of another dialect
     */
    public InformaticaCallbackFormat(DeliveryPolicy policy) {
        if (policy != DeliveryPolicy.INFORMATICA_CURRENT && policy != DeliveryPolicy.INFORMATICA_CLASSIC) {
            throw new IllegalArgumentException("no policy of this dialect: " + policy);
        }
        this.policy = policy;
    }

    @Override
    public Dialect dialect() {
        return Dialect.INFORMATICA;
    }

    @Override
    public DeliveryPolicy policy() {
        return policy;
    }

    @Override
    public CallbackBody render(Ended told, DeliveryId id, Instant now) {
        Run ended = told.run();
        return new CallbackBody(
                "application/json",
                JSON.createObjectNode()
                        .put("@type", "callbackUrlResponse")
                        .put("endTime", WholeSeconds.format(ended.endedAt().orElse(now)))
                        .put("objectId", ended.job().id().value())
                        .put("objectName", ended.job().name().value())
                        .put("runId", ended.number().value())
                        .put("status", status(ended))
                        .toString());
    }

    private static String status(Run ended) {
        return switch (ended.status()) {
            case COMPLETED, COMPLETED_WITH_ERRORS -> "COMPLETED";
            case FAILED, STOPPED, LOST -> "FAILED";
            case QUEUED, STARTING, RUNNING, PAUSED, STOPPING ->
                throw new IllegalArgumentException("run " + ended.id() + " has not ended");
        };
    }
}
