package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jobplatform.domain.run.Claim;
import org.jobplatform.domain.run.RunAttempt;
import org.jspecify.annotations.Nullable;

/** One attempt at a run as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptResponse(
        int attempt,
        String state,
        @Nullable String node,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error) {
    static AttemptResponse from(RunAttempt attempt) {
        return new AttemptResponse(
                attempt.number(),
                attempt.status().name(),
                attempt.claim().map(Claim::node).orElse(null),
                attempt.claim().map(Claim::at).orElse(null),
                attempt.endedAt().orElse(null),
                attempt.message().isEmpty() ? null : attempt.message());
    }
}
