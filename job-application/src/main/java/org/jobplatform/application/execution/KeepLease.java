package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Owner;

/**
 * Renews this node's lease. A node that could not for two thirds of it, because the store was out of reach or the node itself
 * was frozen, stops its own runners before any other node may take their runs over, and goes on as a new owner once the store
 * answers again.
 */
public final class KeepLease implements Step {
    private final LeaseStore leases;
    private final LiveRuns live;
    private final Membership membership;
    private final Duration lease;
    private final Duration reliable;
    private final LongSupplier nanoTime;
    private volatile long renewedAt;
    private volatile boolean joined;

    /**
     * From now on the node claims runs only while it holds its lease.
     *
     * @param lease how long the lease lasts without renewal
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     */
    public KeepLease(LeaseStore leases, LiveRuns live, Membership membership, Duration lease, LongSupplier nanoTime) {
        this.leases = leases;
        this.live = live;
        this.membership = membership;
        this.lease = lease;
        this.reliable = lease.multipliedBy(2).dividedBy(3);
        this.nanoTime = nanoTime;
        this.renewedAt = nanoTime.getAsLong();
        membership.claimOnlyWhile(() -> joined && !isOverdue());
        live.checkLeaseBy(this::loseOwnershipWhenOverdue);
    }

    /** Takes the first lease. @throws StorageUnavailable when the store is out of reach */
    public void join() {
        long sentAt = nanoTime.getAsLong();
        try {
            leases.join(membership.owner(), lease);
        } catch (StorageUnavailable unknown) {
            // Perhaps the lease was taken, and others see it end before the next try: this owner is never used then.
            membership.beginNewLife();
            throw unknown;
        }
        renewedAt = sentAt;
        joined = true;
    }

    @Override
    public boolean step() {
        loseOwnershipWhenOverdue();
        try {
            if (!joined) {
                join();
            } else {
                renew();
            }
        } catch (StorageUnavailable unavailable) {
            // The next turn tries again, for as long as the lease may still be relied on.
            loseOwnershipWhenOverdue();
            return false;
        }
        loseOwnershipWhenOverdue();
        return false;
    }

    /**
     * Lets the lease end at a shutdown, so that what may be left of this life is settled soon. Whoever settles it takes the
     * lease away.
     */
    public void leave() {
        if (joined) {
            joined = false;
            leases.renew(membership.owner(), Duration.ZERO);
        }
    }

    private void renew() {
        Owner life = membership.owner();
        long sentAt = nanoTime.getAsLong();
        if (leases.renew(life, lease)) {
            renewed(life, sentAt);
        } else {
            loseOwnershipWhen(() -> joined);
            join();
        }
    }

    /** Unless a runner has noticed meanwhile that the lease is overdue. */
    private synchronized void renewed(Owner life, long sentAt) {
        if (joined && life.equals(membership.owner())) {
            renewedAt = sentAt;
        }
    }

    private boolean isOverdue() {
        Duration unrenewed = Duration.ofNanos(nanoTime.getAsLong() - renewedAt);
        return unrenewed.compareTo(reliable) >= 0;
    }

    private void loseOwnershipWhenOverdue() {
        if (joined && isOverdue()) {
            loseOwnershipWhen(() -> joined && isOverdue());
        }
    }

    /** By the loop or by any runner, whoever comes first. Runners are told outside of the lock, since they may ask again. */
    private void loseOwnershipWhen(BooleanSupplier condition) {
        Owner lost;
        synchronized (this) {
            if (!condition.getAsBoolean()) {
                return;
            }
            lost = membership.owner();
            joined = false;
            membership.beginNewLife();
        }
        live.fence(lost);
    }
}
