package org.jobplatform.rest.nativeapi;

import java.time.Instant;
import java.util.List;
import org.jobplatform.domain.access.User;

/** A user as it is answered. */
record UserResponse(String name, List<GrantResponse> grants, boolean disabled, Instant createdAt) {
    static UserResponse from(User user) {
        return new UserResponse(user.name(), GrantResponse.all(user.grants()), user.disabled(), user.createdAt());
    }
}
