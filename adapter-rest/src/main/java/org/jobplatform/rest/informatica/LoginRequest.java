package org.jobplatform.rest.informatica;

import org.jobplatform.rest.json.JsonFields;

/** A name with its password: what both logins and the version 2 {@code logoutall} are asked with. */
record LoginRequest(String username, String password) {
    private static final int LONGEST = 1_024;

    /** Reads the request. @throws org.jobplatform.rest.json.InvalidBody with every problem it has */
    static LoginRequest from(JsonFields body) {
        LoginRequest request =
                new LoginRequest(body.requiredText("username", LONGEST), body.requiredText("password", LONGEST));
        body.check();
        return request;
    }

    @Override
    public String toString() {
        return "LoginRequest[of " + username + "]";
    }
}
