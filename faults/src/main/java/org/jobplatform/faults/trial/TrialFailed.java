package org.jobplatform.faults.trial;

/** Something that had to happen did not, so that there is nothing to judge. */
public final class TrialFailed extends RuntimeException {
    /** Says what. */
    public TrialFailed(String what) {
        super(what);
    }

    /** Says what and why. */
    public TrialFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
