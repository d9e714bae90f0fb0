package org.jobplatform.conformance.script;

/** A script that says something which has no meaning. */
public final class BadScript extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is wrong, and where. */
    public BadScript(String message) {
        super(message);
    }
}
