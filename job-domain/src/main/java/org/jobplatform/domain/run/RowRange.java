package org.jobplatform.domain.run;

import java.util.OptionalLong;

/**
 * Which rows of its input a run works on.
 *
 * @param begin first row, from 1
 * @param end last row, not before the first; to the end of all rows when empty
 */
public record RowRange(long begin, OptionalLong end) {
    /** Every row. */
    public static final RowRange ALL = new RowRange(1, OptionalLong.empty());

    /** @throws IllegalArgumentException when out of range */
    public RowRange {
        if (begin < 1) {
            throw new IllegalArgumentException("the first row must be 1 or more");
        }
        if (end.isPresent() && end.getAsLong() < begin) {
            throw new IllegalArgumentException("the last row must not be before the first");
        }
    }

    /** Says whether this range leaves any row out. */
    public boolean isPartial() {
        return !equals(ALL);
    }
}
