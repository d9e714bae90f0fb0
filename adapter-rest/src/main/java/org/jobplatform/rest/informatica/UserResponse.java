package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.User;

/** The {@code user} object that answers a login of version 2. */
record UserResponse(
        @JsonProperty("@type") String kind,
        String id,
        String orgId,
        String orgUuid,
        String name,
        String firstName,
        String lastName,
        String timezone,
        String serverUrl,
        String icSessionId,
        List<RoleResponse> roles) {

    /** A role that the user has somewhere. */
    record RoleResponse(@JsonProperty("@type") String kind, String name) {}

    static UserResponse from(Credentials.Login login, String serverUrl) {
        User user = login.user();
        return new UserResponse(
                "user",
                user.id(),
                Organization.ID,
                Organization.UUID,
                user.name(),
                user.name(),
                "",
                "UTC",
                serverUrl,
                login.token(),
                user.grants().all().stream()
                        .map(Grant::role)
                        .distinct()
                        .sorted()
                        .map(role -> new RoleResponse("role", role.name()))
                        .toList());
    }
}
