package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.RunStatus;

/**
 * A request that a receiver got.
 *
 * @param delivery as it was when the attempt was made
 * @param lasted until the sender had its answer, or gave up
 * @param asked how long the receiver asked to be left alone
 * @param confirmed the receiver took it, whether its answer arrived or not
 * @param seen the status of the run when the receiver asked for it at once; empty when there was none
 */
public record Receipt(
        When when,
        String node,
        Delivery delivery,
        Duration lasted,
        Duration asked,
        boolean confirmed,
        Optional<RunStatus> seen) {
    /** When its sender had its answer, so far as the sender was at work. */
    Duration end() {
        return when.time().plus(lasted);
    }

    /** The number of the attempt. */
    public int attempt() {
        return delivery.attempts() + 1;
    }
}
