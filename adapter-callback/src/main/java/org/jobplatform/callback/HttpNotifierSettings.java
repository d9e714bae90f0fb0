package org.jobplatform.callback;

import java.time.Duration;

/**
 * How patient callbacks are.
 *
 * @param total for one attempt, from looking up the name to the end of the answer
 * @param resolve for looking up a host name
 * @param connect for a connection to one address, and for its TLS handshake
 */
public record HttpNotifierSettings(Duration total, Duration resolve, Duration connect) {

    /** What receivers are promised: 30 seconds in all, of which 5 for the name and 10 for each connection. */
    public static final HttpNotifierSettings DEFAULT =
            new HttpNotifierSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** @throws IllegalArgumentException when a time is not positive */
    public HttpNotifierSettings {
        requirePositive("total", total);
        requirePositive("resolve", resolve);
        requirePositive("connect", connect);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("the time-out " + name + " must be positive, not " + value);
        }
    }
}
