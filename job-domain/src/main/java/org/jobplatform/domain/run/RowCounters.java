package org.jobplatform.domain.run;

/**
 * What a run did to rows; each count is 0 or more.
 *
 * @param total rows looked at
 * @param skips rows left out on purpose
 * @param ignores rows that needed no change
 */
public record RowCounters(long total, long inserts, long updates, long deletes, long errors, long skips, long ignores) {
    /** Nothing counted. */
    public static final RowCounters NONE = new RowCounters(0, 0, 0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException when a count is negative */
    public RowCounters {
        if (total < 0 || inserts < 0 || updates < 0 || deletes < 0 || errors < 0 || skips < 0 || ignores < 0) {
            throw new IllegalArgumentException("a row count is never negative");
        }
    }

    /** The sums of both. */
    public RowCounters plus(RowCounters other) {
        return new RowCounters(
                total + other.total,
                inserts + other.inserts,
                updates + other.updates,
                deletes + other.deletes,
                errors + other.errors,
                skips + other.skips,
                ignores + other.ignores);
    }

    /** Rows that were treated without an error. */
    public long succeeded() {
        return Math.max(0, total - errors);
    }
}
