package org.jobplatform.application.usecase;

import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Deletes a user with its sessions and keys. What it did is recorded under its name and stays. */
public final class DeleteUser {
    private final UserStore users;
    private final Credentials credentials;

    /** @param credentials forget what they know of a user who is deleted */
    public DeleteUser(UserStore users, Credentials credentials) {
        this.users = users;
        this.credentials = credentials;
    }

    /**
     * Deletes the user of this name.
     *
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the asker is no administrator
     * @throws UserFailure.NotFound when there is none
     * @throws UserFailure.LastAdministrator when nobody could administer the platform then
     */
    public void delete(String name, Principal who) {
        User user = UserQueries.find(users, name, who);
        if (!users.delete(user.id())) {
            throw UserQueries.missing();
        }
        credentials.forget(user.id());
    }
}
