package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunRequest;

/**
 * A start on its way into the store, with all that its admission depends on.
 *
 * @param fingerprint digest of the request: the same for a repeat, another for another request
 * @param key the caller's idempotency key, already made distinct per caller
 * @param alone refuse when the job has any unfinished run
 * @param concurrency the job's limit
 * @param claimFor the node that has room to carry it out at once
 */
public record NewRun(
        RunId id,
        JobReference job,
        RunRequest request,
        Instant createdAt,
        String fingerprint,
        Optional<String> key,
        boolean alone,
        Optional<Concurrency> concurrency,
        Optional<Owner> claimFor) {

    /** The run as it waits. */
    public Run waiting(RunNumber number) {
        return Run.accepted(id, number, job, request, createdAt);
    }
}
