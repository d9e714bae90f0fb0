package org.jobplatform.rest.nexus;

import org.jobplatform.application.usecase.Credentials;

/**
 * A session just begun.
 *
 * @param hash what further requests carry as {@code ?hash=}
 * @param license always {@code write}, the vendor's word for a full one; what the user may do is up to the role
 * @param allowPasswordChange never: passwords are not changed through this dialect
 */
record LoginResponse(String hash, String id, String username, String license, boolean allowPasswordChange) {
    static LoginResponse from(Credentials.Login login) {
        return new LoginResponse(login.token(), login.user().id(), login.user().name(), "write", false);
    }

    @Override
    public String toString() {
        return "LoginResponse[" + username + "]";
    }
}
