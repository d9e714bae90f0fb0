package org.jobplatform.persistence;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jobplatform.application.port.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the database stops answering and when it answers again, says each once, and lets go of connections that an
 * outage may have left useless: an embedded database that cannot read its file closes it for good, and only a new connection
 * opens it again.
 */
final class Availability {
    private static final Logger log = LoggerFactory.getLogger(Availability.class);

    private final FileWrites writes;
    private final Runnable dropConnections;
    private final AtomicBoolean down = new AtomicBoolean();

    /** @param dropConnections lets go of every connection as soon as nobody uses it */
    Availability(FileWrites writes, Runnable dropConnections) {
        this.writes = writes;
        this.dropConnections = dropConnections;
    }

    /**
     * Something is to be read or changed.
     *
     * @throws StorageUnavailable when it may have to wait for a change that cannot be written: in H2 readers do too, now and then
     */
    void require(String doing) {
        writes.trouble().ifPresent(trouble -> {
            throw new StorageUnavailable(doing, trouble);
        });
    }

    /** Whether a change could have to wait until it can be written. */
    boolean mayBeHeldUp() {
        return writes.mayFail();
    }

    /** Whether a change waits until it can be written. */
    boolean isHeldUp() {
        return writes.trouble().isPresent();
    }

    /** A change was made: reading may go on all through an outage. */
    void changed() {
        if (down.get() && down.compareAndSet(true, false)) {
            log.info("The database answers again");
        }
    }

    void failed(StorageUnavailable failure) {
        if (isHeldUp()) {
            // The log says so already, and connections that wait for the disk are well.
            return;
        }
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
