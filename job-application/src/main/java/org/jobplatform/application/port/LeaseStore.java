package org.jobplatform.application.port;

import java.time.Duration;
import java.util.List;
import org.jobplatform.domain.run.Owner;

/** The leases by which nodes show that they live. All times are the store's own, so that no node's clock matters. */
public interface LeaseStore {
    /** Adds a lease that ends after the given time. */
    void join(Owner owner, Duration lease);

    /** Lets the lease end after the given time from now. False when there is no such lease: it was taken away. */
    boolean renew(Owner owner, Duration lease);

    /**
     * The owners whose lease ended at least {@code grace} ago, and those of the asking node whose lease has ended at all:
     * its earlier lives, which cannot be alive beside it.
     */
    List<Owner> lapsed(Owner asking, Duration grace);

    /** Takes the lease away; does nothing when there is none. */
    void leave(Owner owner);
}
