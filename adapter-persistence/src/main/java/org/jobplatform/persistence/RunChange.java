package org.jobplatform.persistence;

import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;

/** A run as it is to be kept, and the delivery that comes with its end. */
final class RunChange extends Change<Run> {
    private final Run run;
    private final Optional<Delivery> delivery;

    RunChange(Run run, Optional<Delivery> delivery) {
        this.run = run;
        this.delivery = delivery;
    }

    Run run() {
        return run;
    }

    Optional<Delivery> delivery() {
        return delivery;
    }
}
