package org.jobplatform.persistence;

import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;

/** A run to be admitted. */
final class RunAddition extends Change<AddResult> {
    private final NewRun start;

    RunAddition(NewRun start) {
        this.start = start;
    }

    NewRun start() {
        return start;
    }

    /** Starts that are counted against each other go by their job, repeats of one key by the key. */
    @Override
    String route() {
        if (RunAdditionBatch.depends(start)) {
            return start.job().id().value();
        }
        return start.key().orElse(start.id().value());
    }
}
