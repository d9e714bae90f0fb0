package org.jobplatform.application.port;

import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;

/** What carries a callback to its receiver. */
public interface Notifier {
    /**
     * Makes one attempt, and returns when the receiver has answered or 30 seconds are over. Follows no redirect, reads a
     * bounded answer, calls no address that the egress guard refuses. Never throws for what a receiver or network does.
     *
     * @throws StorageUnavailable when the secrets to sign with are out of reach; nothing was sent
     */
    DeliveryResult deliver(Delivery delivery);
}
