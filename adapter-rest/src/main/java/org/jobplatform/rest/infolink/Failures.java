package org.jobplatform.rest.infolink;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.server.Refusal;

/** What the failures of the platform are in this dialect. */
final class Failures {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Failures() {}

    /** The refusal for a failure; empty for one that no request of this dialect should meet. */
    static Optional<Refusal> refusal(Throwable failure) {
        return switch (failure) {
            case AccessFailure access -> Optional.of(access(access));
            case JobFailure job -> job(job);
            case RunFailure run -> run(run);
            case NotAccepting ignored -> Optional.of(unavailable("The server is shutting down."));
            case InterruptedException ignored -> Optional.of(unavailable("The server is shutting down."));
            case StorageUnavailable ignored -> Optional.of(unavailable("The store does not answer at the moment."));
            default -> Optional.empty();
        };
    }

    private static Refusal access(AccessFailure failure) {
        return switch (failure) {
            case AccessFailure.Unauthenticated ignored -> Refusal.of(401, "apiKey is not valid.");
            case AccessFailure.Denied ignored -> Refusal.of(403, "apiKey does not allow this.");
        };
    }

    private static Optional<Refusal> job(JobFailure failure) {
        return switch (failure) {
            case JobFailure.NotFound ignored -> Optional.of(Refusal.of(400, "operation names no job of this app."));
            case JobFailure.Stale ignored -> Optional.of(unavailable("The job is changed too often at the moment."));
            case JobFailure.Ambiguous ignored -> Optional.empty();
            case JobFailure.Taken ignored -> Optional.empty();
            case JobFailure.HasUnfinishedRuns ignored -> Optional.empty();
            case JobFailure.Invalid ignored -> Optional.empty();
        };
    }

    private static Optional<Refusal> run(RunFailure failure) {
        return switch (failure) {
            case RunFailure.NotFound ignored -> Optional.of(Refusal.of(400, "jobId names no job of this app."));
            case RunFailure.Conflicting ignored -> Optional.of(Refusal.of(400, "jobId was used for another request."));
            case RunFailure.LimitReached ignored ->
                Optional.of(Refusal.of(400, "operation has reached its limit of unfinished runs."));
            case RunFailure.Refused refused ->
                Optional.of(Refusal.of(400, "operation cannot be started: " + refused.getMessage() + "."));
            case RunFailure.Stale ignored -> Optional.of(unavailable("The job changes too often at the moment."));
            case RunFailure.NotAllowed ignored -> Optional.empty();
            case RunFailure.AlreadyActive ignored -> Optional.empty();
            case RunFailure.BadCallback ignored -> Optional.empty();
        };
    }

    private static Refusal unavailable(String message) {
        return Refusal.later(503, message, SOON);
    }
}
