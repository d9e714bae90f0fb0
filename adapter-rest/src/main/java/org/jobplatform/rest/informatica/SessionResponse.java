package org.jobplatform.rest.informatica;

import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.domain.access.User;

/** What answers a login of version 3. */
record SessionResponse(List<Product> products, UserInfo userInfo) {
    /**
     * What the user may use.
     *
     * @param baseApiUrl begins the addresses of further requests
     */
    record Product(String name, String baseApiUrl) {}

    /** The session and whose it is. */
    record UserInfo(
            String sessionId,
            String id,
            String name,
            String orgId,
            String orgName,
            String parentOrgId,
            Map<String, String> groups,
            String status) {}

    static SessionResponse from(Credentials.Login login, String serverUrl) {
        User user = login.user();
        return new SessionResponse(
                List.of(new Product("Integration Cloud", serverUrl)),
                new UserInfo(
                        login.token(),
                        user.id(),
                        user.name(),
                        Organization.UUID,
                        Organization.NAME,
                        "",
                        Map.of(),
                        "Active"));
    }
}
