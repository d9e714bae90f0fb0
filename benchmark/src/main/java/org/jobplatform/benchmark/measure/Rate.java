package org.jobplatform.benchmark.measure;

import java.util.Locale;

/**
 * How many in how long.
 *
 * @param micros above 0
 * @param connections of the client
 */
public record Rate(long count, long micros, int connections) {
    /** For each second. */
    public double perSecond() {
        return count * 1_000_000.0 / micros;
    }

    /** The rate and what it was measured from. */
    public String text() {
        return String.format(
                Locale.ROOT, "%,.0f/s (%,d in %.1f s, %d connections)", perSecond(), count, micros / 1e6, connections);
    }
}
