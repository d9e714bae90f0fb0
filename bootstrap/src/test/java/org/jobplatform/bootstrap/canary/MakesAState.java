package org.jobplatform.bootstrap.canary;

import java.time.Instant;
import org.jobplatform.domain.run.RunState;

/** A canary: breaks a rule of the architecture on purpose. */
public final class MakesAState {
    RunState state() {
        return new RunState.Completed(Instant.EPOCH);
    }
}
