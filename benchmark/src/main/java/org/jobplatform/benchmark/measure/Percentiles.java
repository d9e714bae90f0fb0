package org.jobplatform.benchmark.measure;

import java.util.Arrays;
import java.util.Locale;

/** Times in microseconds, sorted. */
public final class Percentiles {
    private final long[] sorted;

    /** @param micros at least one */
    public Percentiles(long... micros) {
        if (micros.length == 0) {
            throw new MeasurementFailed("nothing was measured");
        }
        sorted = micros.clone();
        Arrays.sort(sorted);
    }

    /**
     * The least time that so many of the times do not exceed, in milliseconds.
     *
     * @param percent above 0, at most 100
     */
    public double milliseconds(int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1] / 1_000.0;
    }

    /** The median, the 95th and the 99th percentile. */
    public String text() {
        return text(50, 95, 99);
    }

    /** These percentiles, in milliseconds. */
    public String text(int... percents) {
        StringBuilder text = new StringBuilder();
        for (int percent : percents) {
            text.append(text.isEmpty() ? "" : " / ");
            text.append(String.format(Locale.ROOT, "%.1f", milliseconds(percent)));
        }
        return text.append(" ms").toString();
    }
}
