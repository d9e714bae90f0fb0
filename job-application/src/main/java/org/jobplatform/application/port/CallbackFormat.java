package org.jobplatform.application.port;

import java.time.Instant;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;

/** How a dialect tells that a run has ended. */
public interface CallbackFormat {
    /** The dialect whose runs are told of in this form. */
    Dialect dialect();

    /** When and how often the dialect tries, and what confirms it. */
    DeliveryPolicy policy();

    /** What the receiver is told of this ended run. */
    CallbackBody render(Run ended, DeliveryId id, Instant now);
}
