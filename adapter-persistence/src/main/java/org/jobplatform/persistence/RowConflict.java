package org.jobplatform.persistence;

/** Another transaction was faster; this one was rolled back, and may come out otherwise when it is made again. */
final class RowConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    RowConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
