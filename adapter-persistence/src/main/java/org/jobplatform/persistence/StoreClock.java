package org.jobplatform.persistence;

import java.time.Duration;
import java.time.Instant;
import org.hibernate.StatelessSession;

/**
 * The time of the database. The embedded one has no other clock than that of this machine: counted on evenly from the start of
 * this process, so that a machine whose clock is set does not shift what is due.
 */
final class StoreClock {
    private final Vendor vendor;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();

    StoreClock(Vendor vendor) {
        this.vendor = vendor;
    }

    Instant time(StatelessSession session) {
        return switch (vendor) {
            case POSTGRESQL ->
                session.createNativeQuery("select " + vendor.clock(), Instant.class)
                        .getSingleResult();
            case H2 -> startedAt.plus(Duration.ofNanos(System.nanoTime() - startedNanos));
        };
    }
}
