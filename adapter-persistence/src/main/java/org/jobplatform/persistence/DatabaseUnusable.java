package org.jobplatform.persistence;

/** The database cannot be used as it is; the message tells the operator why and what to do. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnusable(String message) {
        super(message);
    }

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
