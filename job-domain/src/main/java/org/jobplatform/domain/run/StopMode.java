package org.jobplatform.domain.run;

/** How a run is asked to stop; each is stronger than the one before. */
public enum StopMode {
    /** Finish the row, batch or step in hand, keep its work, and end. */
    CLEAN,
    /** End now: asked politely, then by force after a short grace. */
    NOW,
    /** End at once by force. */
    KILL;

    /** Says whether this asks for more than {@code other}. */
    public boolean isStrongerThan(StopMode other) {
        return compareTo(other) > 0;
    }
}
