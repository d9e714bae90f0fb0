package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.ApiKeyQueries;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.application.usecase.RevokeApiKey;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.json.JsonFields;

/** API keys of a user: list, make, revoke. */
final class Keys {
    private final ApiKeyQueries queries;
    private final MakeApiKey makeKey;
    private final RevokeApiKey revokeKey;

    Keys(ApiKeyQueries queries, MakeApiKey makeKey, RevokeApiKey revokeKey) {
        this.queries = queries;
        this.makeKey = makeKey;
        this.revokeKey = revokeKey;
    }

    Map<String, List<KeyResponse>> list(String user, Principal who) {
        return Map.of(
                "keys", queries.of(user, who).stream().map(KeyResponse::from).toList());
    }

    /** Answers with the key itself, this once. */
    Response make(String user, JsonFields body, Principal who) {
        String name = body.requiredName("name", ApiKey.LONGEST_NAME);
        KeyLimits limits = new KeyLimits(
                FieldValues.value(body, "cap", text -> ValueText.lower(Role.class, text)),
                FieldValues.value(body, "expiresAt", ValueText::instant));
        body.check();
        return Response.status(Response.Status.CREATED)
                .entity(KeyResponse.from(makeKey.make(user, name, limits, who)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    void revoke(String user, String id, Principal who) {
        revokeKey.revoke(user, id, who);
    }
}
