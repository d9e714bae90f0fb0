package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a start is answered with at once.
 *
 * @param runId as the caller spelled it; null when the server was to choose it and nothing was started
 * @param error why nothing was started
 */
record ExecJobAsyncResponse(
        @JsonProperty("runID") @Nullable String runId,
        boolean started,
        @Nullable String error) {
    static final String NAME = "execJobAsyncResponse";

    static ExecJobAsyncResponse started(String runId) {
        return new ExecJobAsyncResponse(runId, true, null);
    }

    static ExecJobAsyncResponse refused(@Nullable String runId, String error) {
        return new ExecJobAsyncResponse(runId, false, error);
    }
}
