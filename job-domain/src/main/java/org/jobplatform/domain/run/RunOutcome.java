package org.jobplatform.domain.run;

/** How an attempt at a run came out, as its runner tells it. */
public sealed interface RunOutcome {
    /** Longest message that is kept; a longer one is cut. */
    int MAXIMUM_MESSAGE = 4_000;

    /** Everything was done. */
    record Completed() implements RunOutcome {}

    /**
     * What could be done was done.
     *
     * @param message what was not
     */
    record CompletedWithErrors(String message) implements RunOutcome {
        /** Cuts a message that is too long. */
        public CompletedWithErrors {
            message = BoundedText.cut(message, MAXIMUM_MESSAGE);
        }
    }

    /**
     * It was not done.
     *
     * @param message why
     */
    record Failed(String message) implements RunOutcome {
        /** Cuts a message that is too long. */
        public Failed {
            message = BoundedText.cut(message, MAXIMUM_MESSAGE);
        }
    }

    /**
     * It stopped because it was asked to.
     *
     * @param message where it stopped
     */
    record Stopped(String message) implements RunOutcome {
        /** Cuts a message that is too long. */
        public Stopped {
            message = BoundedText.cut(message, MAXIMUM_MESSAGE);
        }
    }
}
