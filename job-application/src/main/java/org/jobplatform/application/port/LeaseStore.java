package org.jobplatform.application.port;

import java.time.Duration;
import java.util.List;
import org.jobplatform.domain.run.Owner;

/**
 * The leases by which nodes show that they live. All times are the store's own, so that no node's clock matters. Whether it
 * has ended or not, only an owner whose lease is there can claim a run ({@link RunStore#add}, {@link RunStore#claim}).
 */
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

    /**
     * Takes the lease away, so that nothing can be claimed for its owner any more. Does nothing when there is none, and
     * nothing for now when an unfinished run belongs to the owner or a claim for it is just being made: what it owns can be
     * found as long as its lease is there.
     */
    void leave(Owner owner);
}
