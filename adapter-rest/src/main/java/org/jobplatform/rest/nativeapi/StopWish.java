package org.jobplatform.rest.nativeapi;

import java.util.Optional;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.jobplatform.rest.json.JsonFields;

/** How a run is to be stopped, and why. */
record StopWish(StopMode mode, String reason) {
    static StopWish read(JsonFields body, String requester) {
        Optional<StopMode> mode = FieldValues.required(body, "mode", text -> ValueText.lower(StopMode.class, text));
        Optional<String> reason = FieldValues.text(body, "reason", StopRequest.MAXIMUM_REASON);
        body.check();
        return new StopWish(mode.orElseThrow(), reason.orElse("stopped by " + requester));
    }
}
