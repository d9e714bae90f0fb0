package org.jobplatform.application.port;

/**
 * The store cannot be reached, is full, or does not answer in time. A change may or may not have been made: whoever
 * repeats it must do so in a way that makes it at most once.
 */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what was being done */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
