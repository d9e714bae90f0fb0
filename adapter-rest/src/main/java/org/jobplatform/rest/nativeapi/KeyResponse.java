package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.domain.access.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is answered. Says nothing of the key itself by {@link #toString}.
 *
 * @param key what its holder shows; only when it was just made
 * @param cap does no more than this role may; absent when it does what its user may
 * @param lastUsedAt to half a minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyResponse(
        String id,
        String name,
        @Nullable String key,
        @Nullable String cap,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    static KeyResponse from(ApiKey key) {
        return of(key, null);
    }

    static KeyResponse from(MakeApiKey.Made made) {
        return of(made.key(), made.token());
    }

    private static KeyResponse of(ApiKey key, @Nullable String token) {
        return new KeyResponse(
                key.id(),
                key.name(),
                token,
                key.limits().cap().map(ValueText::lower).orElse(null),
                key.createdAt(),
                key.limits().expiresAt().orElse(null),
                key.lastUsedAt().orElse(null));
    }

    @Override
    public String toString() {
        return "KeyResponse[" + id + "]";
    }
}
