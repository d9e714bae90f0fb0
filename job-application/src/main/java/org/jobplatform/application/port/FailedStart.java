package org.jobplatform.application.port;

import java.time.Instant;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunRequest;

/**
 * A start within a chain that came to nothing.
 *
 * @param job as far as it is known
 * @param request whose origin is in a chain
 * @param fingerprint of the start, so that its repeat finds the run
 * @param message why it failed
 */
public record FailedStart(
        RunId id, JobReference job, RunRequest request, String fingerprint, Instant at, String message) {
    /** @throws IllegalArgumentException when it comes of no run */
    public FailedStart {
        if (request.origin().isEmpty()) {
            throw new IllegalArgumentException("a start within a chain comes of a run");
        }
    }

    /** The run that tells of it. */
    public Run run(RunNumber number) {
        return Run.accepted(id, number, job, request, at).fail(message, at);
    }

    /** The run before it in the chain. */
    public RunId parent() {
        return request.origin().orElseThrow().parent();
    }
}
