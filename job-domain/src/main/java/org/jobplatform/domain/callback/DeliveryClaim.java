package org.jobplatform.domain.callback;

import java.time.Instant;
import org.jobplatform.domain.run.Owner;

/**
 * Keeps a delivery for one life of one node.
 *
 * @param until when anybody may claim it again, by the time of the store; longer than an attempt can take
 */
public record DeliveryClaim(Owner owner, Instant until) {}
