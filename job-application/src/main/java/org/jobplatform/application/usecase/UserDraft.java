package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.User;

/**
 * A user as an administrator wrote it.
 *
 * @param name finds the user without regard to case
 * @param password as before when absent; a new user without one has API keys only
 */
public record UserDraft(String name, Grants grants, Optional<NewPassword> password, boolean disabled) {
    /** @throws IllegalArgumentException when the name is malformed */
    public UserDraft {
        User.requireName(name);
    }
}
