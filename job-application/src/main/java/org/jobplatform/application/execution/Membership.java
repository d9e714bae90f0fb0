package org.jobplatform.application.execution;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.domain.run.Owner;

/** Who this node is at the moment, and whether it takes on work. */
public final class Membership {
    private final IdSource ids;
    private volatile Owner owner;
    private volatile boolean accepting = true;
    private volatile BooleanSupplier leaseHolds = () -> true;

    /** @param node the lasting name of the node */
    public Membership(String node, IdSource ids) {
        this.ids = ids;
        this.owner = new Owner(node, ids.plainId());
    }

    /** This life of this node. */
    public Owner owner() {
        return owner;
    }

    /**
     * This life of this node, while its lease surely holds: nobody would ever miss what a node without a lease has claimed.
     */
    public Optional<Owner> claimant() {
        Owner life = owner;
        return leaseHolds.getAsBoolean() && life.equals(owner) ? Optional.of(life) : Optional.empty();
    }

    /** Says whether starts are accepted and waiting runs are claimed. */
    public boolean isAccepting() {
        return accepting;
    }

    /** From now on no start is accepted and no run is claimed. */
    public void stopAccepting() {
        accepting = false;
    }

    /** From now on runs are claimed only while this holds. */
    void claimOnlyWhile(BooleanSupplier holds) {
        leaseHolds = holds;
    }

    /** Begins a new life: what the old one had claimed is no longer this node's. */
    void beginNewLife() {
        owner = new Owner(owner.node(), ids.plainId());
    }
}
