package org.jobplatform.domain.callback;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to deliver went. */
public sealed interface DeliveryResult {
    /** The receiver answered with the status its dialect wants. */
    record Confirmed(int status) implements DeliveryResult {}

    /**
     * The receiver answered otherwise.
     *
     * @param retryAfter the wait it asked for
     */
    record Rejected(int status, Optional<Duration> retryAfter) implements DeliveryResult {}

    /**
     * There was no answer in time.
     *
     * @param reason such as {@code connection refused}
     */
    record Unreachable(String reason) implements DeliveryResult {}

    /**
     * The address is one this server must not call; nothing was sent.
     *
     * @param reason such as {@code 10.0.0.1 is private}
     */
    record Blocked(String reason) implements DeliveryResult {}
}
