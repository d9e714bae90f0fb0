package org.jobplatform.domain.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody who may log in.
 *
 * @param id made once
 * @param name 1 to 100 characters out of letters, digits and {@code . _ @ + -}; compared without regard to case
 * @param passwordHash in the form of the hash's own standard; the password itself is never kept
 * @param disabled no credential of this user is good
 */
public record User(String id, String name, Grants grants, String passwordHash, boolean disabled, Instant createdAt) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1," + LONGEST_NAME + "}");

    /** @throws IllegalArgumentException when the name is malformed */
    public User {
        requireName(name);
    }

    /** Returns a name that is well formed. @throws IllegalArgumentException when it is not */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a user name must be 1 to " + LONGEST_NAME + " letters, digits or . _ @ + -");
        }
        return name;
    }

    /** This user with another password. */
    public User withPasswordHash(String hash) {
        return new User(id, name, grants, hash, disabled, createdAt);
    }

    /** This user with other grants, let in or not. */
    public User withGrants(Grants other, boolean nowDisabled) {
        return new User(id, name, other, passwordHash, nowDisabled, createdAt);
    }

    /** Says whether this user can administer the platform. */
    public boolean isAdministrator() {
        return !disabled && grants.allowEverywhere(Permission.ADMINISTER);
    }

    /** What this user may do by a credential with these limits, and as whom it is recorded. */
    public Principal principal(KeyLimits limits) {
        return new Principal(id, name, limits.cap().map(grants::cappedAt).orElse(grants), limits);
    }

    @Override
    public String toString() {
        return "User[" + name + ", " + grants.all() + (disabled ? ", disabled]" : "]");
    }
}
