package org.jobplatform.domain.job;

/**
 * How many runs of a job may be carried out at once, across all nodes.
 *
 * @param limit runs at once, 1 to 10,000
 * @param whenFull what happens to a start beyond the limit
 */
public record Concurrency(int limit, WhenFull whenFull) {
    /** What a start beyond the limit meets. */
    public enum WhenFull {
        /** The start is refused. */
        REJECT,
        /** The run waits until another ends. */
        QUEUE,
        /** The unfinished runs are stopped and the new one waits for them. */
        REPLACE
    }

    /** @throws IllegalArgumentException when the limit is out of range */
    public Concurrency {
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("a concurrency limit must be 1 to 10000");
        }
    }

    /** Says whether one more run may begin beside {@code active} others. */
    public boolean admits(int active) {
        return active < limit;
    }
}
