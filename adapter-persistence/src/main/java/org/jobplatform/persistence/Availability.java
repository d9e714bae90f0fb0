package org.jobplatform.persistence;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jobplatform.application.port.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the database stops answering and when it answers again, says each once, and lets go of connections that an
 * outage may have left useless: an embedded database that met a full disk closes its file for good, and only a new
 * connection opens it again.
 */
final class Availability {
    private static final Logger log = LoggerFactory.getLogger(Availability.class);

    private final Runnable dropConnections;
    private final AtomicBoolean down = new AtomicBoolean();

    /** @param dropConnections lets go of every connection as soon as nobody uses it */
    Availability(Runnable dropConnections) {
        this.dropConnections = dropConnections;
    }

    /** A change was made: reading may go on all through an outage. */
    void changed() {
        if (down.get() && down.compareAndSet(true, false)) {
            log.info("The database answers again");
        }
    }

    void failed(StorageUnavailable failure) {
        if (down.compareAndSet(false, true)) {
            log.warn(
                    "The database does not do its part, while {}: {}",
                    failure.getMessage(),
                    rootCause(failure).toString());
        }
        dropConnections.run();
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
