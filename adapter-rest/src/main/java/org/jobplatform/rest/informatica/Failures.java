package org.jobplatform.rest.informatica;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.server.Refusal;

/** What the failures of the platform are in this dialect. */
final class Failures {
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private Failures() {}

    /** The refusal for a failure; empty for one that no request of this dialect should meet. */
    static Optional<Refusal> refusal(Throwable failure) {
        return code(failure)
                .map(code -> new Refusal(
                        code.status(),
                        text(code, failure),
                        List.of(),
                        code == ErrorCode.UNAVAILABLE ? Optional.of(COME_AGAIN) : Optional.empty()));
    }

    /** The code of a failure, where it has one of its own. */
    static Optional<ErrorCode> code(Throwable failure) {
        return switch (failure) {
            case TaskRefusal refusal -> Optional.of(refusal.code());
            case InvalidBody ignored -> Optional.of(ErrorCode.INVALID_REQUEST);
            case AccessFailure access -> Optional.of(code(access));
            case JobFailure job -> code(job);
            case RunFailure run -> code(run);
            case StorageUnavailable ignored -> Optional.of(ErrorCode.UNAVAILABLE);
            case NotAccepting ignored -> Optional.of(ErrorCode.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static ErrorCode code(AccessFailure failure) {
        return switch (failure) {
            case AccessFailure.Unauthenticated ignored -> ErrorCode.NOT_AUTHENTICATED;
            case AccessFailure.Denied ignored -> ErrorCode.NOT_ALLOWED;
        };
    }

    private static Optional<ErrorCode> code(JobFailure failure) {
        return switch (failure) {
            case JobFailure.NotFound ignored -> Optional.of(ErrorCode.NO_SUCH_TASK);
            case JobFailure.Ambiguous ignored -> Optional.of(ErrorCode.NO_SUCH_TASK);
            case JobFailure.Taken ignored -> Optional.empty();
            case JobFailure.Stale ignored -> Optional.empty();
            case JobFailure.HasUnfinishedRuns ignored -> Optional.empty();
            case JobFailure.Invalid ignored -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> code(RunFailure failure) {
        return switch (failure) {
            case RunFailure.NotFound ignored -> Optional.of(ErrorCode.NO_SUCH_RUN);
            case RunFailure.NotAllowed ignored -> Optional.of(ErrorCode.NOT_RUNNING);
            case RunFailure.AlreadyActive ignored -> Optional.of(ErrorCode.ALREADY_RUNNING);
            case RunFailure.LimitReached ignored -> Optional.of(ErrorCode.LIMIT_REACHED);
            case RunFailure.Refused ignored -> Optional.of(ErrorCode.START_REFUSED);
            case RunFailure.BadCallback ignored -> Optional.of(ErrorCode.CALLBACK_REFUSED);
            case RunFailure.Stale ignored -> Optional.of(ErrorCode.UNAVAILABLE);
            case RunFailure.Conflicting ignored -> Optional.empty();
        };
    }

    /** Failures whose own words hold a reason and nothing of the request keep them. */
    private static String text(ErrorCode code, Throwable failure) {
        return switch (code) {
            case INVALID_REQUEST, START_REFUSED -> Objects.requireNonNullElse(failure.getMessage(), code.text());
            case CALLBACK_REFUSED -> "callbackURL: " + Objects.requireNonNullElse(failure.getMessage(), code.text());
            default -> code.text();
        };
    }
}
