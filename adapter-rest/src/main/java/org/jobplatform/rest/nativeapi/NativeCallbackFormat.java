package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;

/** Tells of ended runs in the form of the Standard Webhooks, with the run as the API answers it. */
public final class NativeCallbackFormat implements CallbackFormat {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    /** Has no state. */
    public NativeCallbackFormat() {}

    private record RunEnded(String type, String id, Instant timestamp, RunResponse run) {}

    @Override
    public Dialect dialect() {
        return Dialect.NATIVE;
    }

    @Override
    public DeliveryPolicy policy() {
        return DeliveryPolicy.NATIVE;
    }

    @Override
    public CallbackBody render(Ended ended, DeliveryId id, Instant now) {
        try {
            return new CallbackBody(
                    "application/json",
                    JSON.writeValueAsString(new RunEnded(
                            "run.ended",
                            id.value(),
                            now,
                            RunResponse.from(ended.run(), Optional.of(Delivery.Status.PENDING)))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("run " + ended.run().id() + " cannot be written as JSON", impossible);
        }
    }
}
