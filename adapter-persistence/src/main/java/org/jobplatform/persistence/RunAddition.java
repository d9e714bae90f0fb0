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
}
