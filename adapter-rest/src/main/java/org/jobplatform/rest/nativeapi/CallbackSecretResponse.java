package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SigningSecret;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a project. Says nothing of them by {@link #toString}.
 *
 * @param previous signs too, until it is retired
 * @param since when the current secret was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallbackSecretResponse(
        String project, String secret, @Nullable String previous, Instant since) {
    static CallbackSecretResponse from(ProjectSecrets secrets) {
        return new CallbackSecretResponse(
                secrets.project().value(),
                secrets.current().text(),
                secrets.previous().map(SigningSecret::text).orElse(null),
                secrets.since());
    }

    @Override
    public String toString() {
        return "CallbackSecretResponse[" + project + "]";
    }
}
