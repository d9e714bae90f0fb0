package org.jobplatform.application.port;

/** How passwords are hashed, slowly on purpose. */
public interface PasswordHasher {
    /** The hash of a password under a new salt, in a form that names its algorithm and cost. */
    String hash(String password);

    /** Says, in time that does not depend on where they differ, whether the hash is of this password. */
    boolean matches(String password, String hash);
}
