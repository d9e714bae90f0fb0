package org.jobplatform.rest.server;

/** Thrown by a resource or filter to answer with a {@link Refusal} in the dialect's words. */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** Ends the request with this refusal. */
    public RefusedRequest(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** What the caller is told. */
    public Refusal refusal() {
        return refusal;
    }
}
