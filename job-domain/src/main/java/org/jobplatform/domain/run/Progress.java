package org.jobplatform.domain.run;

import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param percent 0 to 100; 0 before any report, never falling, 100 once the run has completed
 * @param summary what the run says it does, at most {@link #MAXIMUM_SUMMARY} characters
 */
public record Progress(int percent, Optional<String> summary, RowCounters rows) {
    /** Longest summary; a longer one is cut, and a NUL left out. */
    public static final int MAXIMUM_SUMMARY = 1_000;

    /** Before any report. */
    public static final Progress NONE = new Progress(0, Optional.empty(), RowCounters.NONE);

    /** @throws IllegalArgumentException when the percentage is out of range */
    public Progress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a percentage must be 0 to 100");
        }
        summary = summary.map(text -> BoundedText.cut(text, MAXIMUM_SUMMARY));
    }

    /** After a report: the percentage never falls, a new summary replaces the old. */
    public Progress advance(int reported, Optional<String> text) {
        int clamped = Math.clamp(reported, 0, 100);
        return new Progress(Math.max(percent, clamped), text.or(() -> summary), rows);
    }

    /** With these counters in place of the old. */
    public Progress withRows(RowCounters counted) {
        return new Progress(percent, summary, counted);
    }

    /** All done. */
    public Progress complete() {
        return new Progress(100, summary, rows);
    }
}
