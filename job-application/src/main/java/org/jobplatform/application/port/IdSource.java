package org.jobplatform.application.port;

import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Where everything made by chance comes from, so that tests and simulations can decide it. */
public interface IdSource {
    /** A run id that was never given before. */
    RunId runId();

    /** A job id that was never given before. */
    JobId jobId();

    /** A federated id that was never given before. */
    FederatedId federatedId();

    /** A delivery id that was never given before. */
    DeliveryId deliveryId();

    /** An id of up to 32 characters for anything else: a node's life, a user, a key. */
    String plainId();

    /** A secret of at least 256 bits, out of {@code A-Z a-z 0-9 _ -}. */
    String secret();

    /** A number from 0 (inclusive) to 1 (exclusive). */
    double chance();
}
