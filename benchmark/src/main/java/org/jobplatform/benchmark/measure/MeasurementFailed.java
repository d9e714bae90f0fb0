package org.jobplatform.benchmark.measure;

/** What the server did is not what was asked of it, so that a figure would mean nothing. */
public final class MeasurementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, with how many runs */
    public MeasurementFailed(String message) {
        super(message);
    }
}
