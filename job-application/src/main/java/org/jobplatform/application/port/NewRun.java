package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunRequest;

/**
 * A start on its way into the store, with all that its admission depends on.
 *
 * @param chosen the id was chosen by the caller, so that an earlier start may have had it; otherwise it is known to be new
 * @param job as it was read for this start; it is admitted only while the job is still this
 * @param fingerprint digest of the request: the same for a repeat, another for another request
 * @param key the caller's idempotency key, already made distinct per caller
 * @param alone refuse when the job has any unfinished run
 * @param claimFor the node that has room to carry it out at once
 */
public record NewRun(
        RunId id,
        boolean chosen,
        Job job,
        RunRequest request,
        Instant createdAt,
        String fingerprint,
        Optional<String> key,
        boolean alone,
        Optional<Owner> claimFor) {

    /** The job's limit. */
    public Optional<Concurrency> concurrency() {
        return job.definition().concurrency();
    }

    /** The run as it waits. */
    public Run waiting(RunNumber number) {
        return Run.accepted(id, number, job.reference(), request, createdAt);
    }
}
