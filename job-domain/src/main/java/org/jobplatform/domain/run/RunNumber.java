package org.jobplatform.domain.run;

/**
 * The number of a run for clients that want an integer: 1 to 2^31-1, unique among retained runs, increasing per node.
 */
public record RunNumber(int value) {
    /** @throws IllegalArgumentException when not positive */
    public RunNumber {
        if (value < 1) {
            throw new IllegalArgumentException("a run number must be 1 to " + Integer.MAX_VALUE);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
