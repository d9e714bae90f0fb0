package org.jobplatform.domain.job;

/** What becomes of a run whose node died or lost its lease. */
public enum OnLost {
    /** It ends as lost: nobody knows how far it came. */
    END,
    /** It is queued again as its next attempt: the job can be repeated without harm. */
    RETRY
}
