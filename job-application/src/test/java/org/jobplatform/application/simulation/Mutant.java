package org.jobplatform.application.simulation;

import java.util.function.LongSupplier;
import org.jobplatform.application.execution.Surroundings;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;

/** A cluster with one protection taken out, which the rules must find missing. By default nothing is. */
interface Mutant {
    /** The cluster as it is to be. */
    Mutant NONE = new Mutant() {};

    /** The runs as the store keeps them; a call of any of them is atomic. */
    default RunStore runs(RunStore kept, RunIndex index) {
        return kept;
    }

    /** The leases as the store keeps them. */
    default LeaseStore leases(LeaseStore kept) {
        return kept;
    }

    /** The stores as a node reaches them. */
    default Surroundings.Stores reached(Surroundings.Stores stores) {
        return stores;
    }

    /** The time by which a node measures its lease. */
    default LongSupplier leaseTime(LongSupplier nanoTime) {
        return nanoTime;
    }
}
