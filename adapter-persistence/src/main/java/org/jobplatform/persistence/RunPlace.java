package org.jobplatform.persistence;

import java.time.Instant;
import java.util.Comparator;

/** Where a run is in a list: when it was made or ended, and its number, which begins at 1, among those of the same time. */
record RunPlace(Instant time, int number) {
    static final Comparator<RunPlace> NEWEST_FIRST = Comparator.comparing(RunPlace::time)
            .thenComparingInt(RunPlace::number)
            .reversed();

    /** Before all runs, and after all. */
    static final RunPlace OLDEST = new RunPlace(Instant.parse("0001-01-01T00:00:00Z"), 0);

    static final RunPlace NEWEST = new RunPlace(Instant.parse("9999-12-31T00:00:00Z"), 0);
}
