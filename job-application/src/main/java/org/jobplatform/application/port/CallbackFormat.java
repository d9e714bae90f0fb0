package org.jobplatform.application.port;

import java.time.Instant;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;

/** How a dialect tells that a run has ended. */
public interface CallbackFormat {
    /** The dialect whose runs are told of in this form. */
    Dialect dialect();

    /** When and how often the dialect tries, and what confirms it. */
    DeliveryPolicy policy();

    /** How many bytes of each run's log it wants to tell, from the end of the log; 0 for none. The default is none. */
    default int logBytes() {
        return 0;
    }

    /** What the receiver is told. A chain is told of once, when its last run has ended. */
    CallbackBody render(Ended ended, DeliveryId id, Instant now);
}
