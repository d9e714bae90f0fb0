package org.jobplatform.application.simulation.checker;

import org.jobplatform.domain.callback.Delivery;

/**
 * A durable change of a delivery: it was added, or an attempt was recorded.
 *
 * @param delivery as it was kept
 */
public record DeliveryCommit(When when, Delivery delivery) {}
