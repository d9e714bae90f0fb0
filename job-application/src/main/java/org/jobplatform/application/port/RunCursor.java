package org.jobplatform.application.port;

import java.time.Instant;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunNumber;

/** The place of a run in the order of creation. */
public record RunCursor(Instant createdAt, RunNumber number) {
    /** The place of this run. */
    public static RunCursor of(Run run) {
        return new RunCursor(run.createdAt(), run.number());
    }
}
