package org.jobplatform.application.execution;

import java.util.Optional;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;

/**
 * What becomes of a run after an attempt.
 *
 * @param next ended, or waiting for its next attempt
 * @param made the attempt, when another one follows
 */
record Verdict(Run next, Optional<RunAttempt> made) {
    /** The run ends. */
    static Verdict end(Run ended) {
        return new Verdict(ended, Optional.empty());
    }

    /** The run waits again. */
    static Verdict again(Run waiting, RunAttempt made) {
        return new Verdict(waiting, Optional.of(made));
    }
}
