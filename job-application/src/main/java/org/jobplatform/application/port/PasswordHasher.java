package org.jobplatform.application.port;

/**
 * How passwords are hashed, slowly on purpose. Few are hashed at once; a call waits for its turn, and throws
 * {@link StorageUnavailable} when that takes too long.
 */
public interface PasswordHasher {
    /** The hash of a password under a new salt, in a form that names its algorithm and cost. */
    String hash(String password);

    /** Says, in time that does not depend on where they differ, whether the hash is of this password. */
    boolean matches(String password, String hash);
}
