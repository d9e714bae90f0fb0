package org.jobplatform.conformance.play;

/** A step of a case went another way. */
final class NotAsWritten extends Exception {
    private static final long serialVersionUID = 1;

    NotAsWritten(String message) {
        super(message);
    }
}
