package org.jobplatform.application.usecase;

/** The server is shutting down and takes no start; another may be asked, or this one again later. */
public final class NotAccepting extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The only reason there is. */
    public NotAccepting() {
        super("the server is shutting down");
    }
}
