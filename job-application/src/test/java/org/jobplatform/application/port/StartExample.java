package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunRequest;

/**
 * An ordinary start for tests, changed part by part; {@link #build} makes the {@link NewRun}. The job's own limit goes
 * with it.
 */
public record StartExample(
        Job job,
        String id,
        RunRequest request,
        Instant at,
        String fingerprint,
        Optional<String> key,
        boolean alone,
        Optional<Owner> claimFor) {

    /** A start of this job by {@link RunExamples#request} at {@link RunExamples#NOW}, for no node in particular. */
    public static StartExample of(Job job, String id) {
        return new StartExample(
                job,
                id,
                RunExamples.request(),
                RunExamples.NOW,
                "fingerprint-of-" + id,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The same start under another run id. */
    public StartExample withId(String other) {
        return new StartExample(job, other, request, at, fingerprint, key, alone, claimFor);
    }

    /** The start with this request. */
    public StartExample withRequest(RunRequest other) {
        return new StartExample(job, id, other, at, fingerprint, key, alone, claimFor);
    }

    /** The start at this time. */
    public StartExample at(Instant other) {
        return new StartExample(job, id, request, other, fingerprint, key, alone, claimFor);
    }

    /** The start with this digest. */
    public StartExample withFingerprint(String other) {
        return new StartExample(job, id, request, at, other, key, alone, claimFor);
    }

    /** The start with this idempotency key. */
    public StartExample withKey(String other) {
        return new StartExample(job, id, request, at, fingerprint, Optional.of(other), alone, claimFor);
    }

    /** The start that must be the only one of its job. */
    public StartExample asOnlyOne() {
        return new StartExample(job, id, request, at, fingerprint, key, true, claimFor);
    }

    /** The start on this node, which has room. */
    public StartExample on(Owner node) {
        return new StartExample(job, id, request, at, fingerprint, key, alone, Optional.of(node));
    }

    /** The start as a store takes it. */
    public NewRun build() {
        return new NewRun(new RunId(id), true, job, request, at, fingerprint, key, alone, claimFor);
    }
}
