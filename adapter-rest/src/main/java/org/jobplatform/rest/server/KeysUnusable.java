package org.jobplatform.rest.server;

/** A keystore cannot be used; the message names the file and what is wrong with it, and holds nothing secret. */
public final class KeysUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysUnusable(String message) {
        super(message);
    }

    KeysUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
