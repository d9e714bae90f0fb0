package org.jobplatform.persistence;

import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;

/** A delivery as it is after an attempt. */
final class DeliveryRecord extends Change<Delivery> {
    private final Delivery after;
    private final DeliveryAttempt attempt;

    DeliveryRecord(Delivery after, DeliveryAttempt attempt) {
        this.after = after;
        this.attempt = attempt;
    }

    Delivery after() {
        return after;
    }

    /** The row of the attempt. */
    DeliveryAttemptEntity attemptRow() {
        return DeliveryAttemptEntity.from(after.id(), attempt);
    }

    /** It is made; the caller is told what is in this row from now on. */
    void acceptAs(DeliveryEntity row) {
        accept(row::changed);
    }

    @Override
    String route() {
        return after.id().value();
    }
}
