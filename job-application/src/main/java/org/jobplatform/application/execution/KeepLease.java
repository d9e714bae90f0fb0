package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Owner;

/**
 * Renews this node's lease. A node that could not for two thirds of it stops its own runners, before any other node may
 * take their runs over, and goes on as a new owner once the store answers again.
 */
public final class KeepLease implements Step {
    private final LeaseStore leases;
    private final LiveRuns live;
    private final Membership membership;
    private final Duration lease;
    private final LongSupplier nanoTime;
    private long renewedAt;
    private boolean joined;

    /**
     * @param lease how long the lease lasts without renewal
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     */
    public KeepLease(LeaseStore leases, LiveRuns live, Membership membership, Duration lease, LongSupplier nanoTime) {
        this.leases = leases;
        this.live = live;
        this.membership = membership;
        this.lease = lease;
        this.nanoTime = nanoTime;
        this.renewedAt = nanoTime.getAsLong();
    }

    /** Takes the first lease. @throws StorageUnavailable when the store is out of reach */
    public void join() {
        long sentAt = nanoTime.getAsLong();
        leases.join(membership.owner(), lease);
        renewedAt = sentAt;
        joined = true;
    }

    @Override
    public boolean step() {
        long sentAt = nanoTime.getAsLong();
        try {
            if (!joined) {
                join();
            } else if (leases.renew(membership.owner(), lease)) {
                renewedAt = sentAt;
            } else {
                loseOwnership();
                join();
            }
        } catch (StorageUnavailable unavailable) {
            Duration since = Duration.ofNanos(nanoTime.getAsLong() - renewedAt);
            if (joined && since.compareTo(lease.multipliedBy(2).dividedBy(3)) >= 0) {
                loseOwnership();
            }
        }
        return false;
    }

    /** Gives the lease back at a shutdown, when nothing is carried out any more. */
    public void leave() {
        Owner owner = membership.owner();
        if (joined) {
            leases.leave(owner);
            joined = false;
        }
    }

    private void loseOwnership() {
        live.fenceAll();
        membership.beginNewLife();
        joined = false;
    }
}
