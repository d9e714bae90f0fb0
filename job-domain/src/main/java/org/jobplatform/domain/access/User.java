package org.jobplatform.domain.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody who may log in.
 *
 * @param id made once
 * @param name 1 to 100 characters out of letters, digits and {@code . _ @ + -}; compared without regard to case
 * @param passwordHash in the form of the hash's own standard; the password itself is never kept
 */
public record User(String id, String name, Role role, String passwordHash, Instant createdAt) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");

    /** @throws IllegalArgumentException when the name is malformed */
    public User {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a user name must be 1 to 100 letters, digits or . _ @ + -");
        }
    }

    /** This user with another password. */
    public User withPasswordHash(String hash) {
        return new User(id, name, role, hash, createdAt);
    }

    /** What this user may do, and as whom it is recorded. */
    public Principal principal() {
        return new Principal(id, name, role);
    }

    @Override
    public String toString() {
        return "User[" + name + ", " + role + "]";
    }
}
