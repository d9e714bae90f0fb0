package org.jobplatform.domain.callback;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to deliver.
 *
 * @param number from 1
 * @param took from sending to the answer or giving up
 */
public record DeliveryAttempt(int number, Instant at, Duration took, DeliveryResult result) {
    /** @throws IllegalArgumentException when the number is not positive */
    public DeliveryAttempt {
        if (number < 1) {
            throw new IllegalArgumentException("attempts are counted from 1");
        }
    }
}
