package org.jobplatform.rest.nativeapi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.UserFailure;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.server.Refusal;

/** What each failure of the core is answered with. */
final class NativeFailures {
    private static final Duration SOON = Duration.ofSeconds(5);

    private NativeFailures() {}

    static Optional<Refusal> refusal(Throwable failure) {
        return switch (failure) {
            case RunFailure run -> Optional.of(of(run));
            case JobFailure job -> Optional.of(of(job));
            case DeliveryFailure delivery -> Optional.of(of(delivery));
            case SecretFailure secret -> Optional.of(of(secret));
            case AccessFailure access -> Optional.of(of(access));
            case UserFailure user -> Optional.of(of(user));
            case NotAccepting stopping -> Optional.of(Refusal.later(503, sentence(stopping), SOON));
            case InterruptedException ignored -> Optional.of(Refusal.later(503, "The server is shutting down.", SOON));
            case StorageUnavailable ignored ->
                Optional.of(Refusal.later(503, "The store does not answer at the moment.", SOON));
            default -> Optional.empty();
        };
    }

    private static Refusal of(RunFailure failure) {
        return switch (failure) {
            case RunFailure.NotFound missing -> Refusal.of(404, sentence(missing));
            case RunFailure.Stale stale -> Refusal.of(409, sentence(stale));
            case RunFailure.NotAllowed notAllowed -> Refusal.of(409, sentence(notAllowed));
            case RunFailure.AlreadyActive active -> Refusal.of(409, sentence(active));
            case RunFailure.Conflicting conflict -> Refusal.of(409, sentence(conflict));
            case RunFailure.LimitReached limit -> Refusal.of(422, sentence(limit));
            case RunFailure.Refused refused -> field(422, refused.field(), refused);
            case RunFailure.BadCallback bad -> field(400, "callback.url", bad);
        };
    }

    private static Refusal of(JobFailure failure) {
        return switch (failure) {
            case JobFailure.NotFound missing -> Refusal.of(404, sentence(missing));
            case JobFailure.Ambiguous ambiguous -> Refusal.of(409, sentence(ambiguous));
            case JobFailure.Taken taken -> Refusal.of(409, sentence(taken));
            case JobFailure.Stale stale -> Refusal.of(409, sentence(stale));
            case JobFailure.HasUnfinishedRuns busy -> Refusal.of(409, sentence(busy));
            case JobFailure.Invalid invalid ->
                new Refusal(
                        400,
                        sentence(invalid),
                        invalid.problems().stream()
                                .map(problem -> new FieldProblem(problem.field(), problem.message()))
                                .toList(),
                        Optional.empty());
        };
    }

    private static Refusal of(DeliveryFailure failure) {
        return switch (failure) {
            case DeliveryFailure.NotFound missing -> Refusal.of(404, sentence(missing));
            case DeliveryFailure.RunUnfinished unfinished -> Refusal.of(409, sentence(unfinished));
            case DeliveryFailure.NumberTaken taken -> Refusal.of(409, sentence(taken));
        };
    }

    private static Refusal of(SecretFailure failure) {
        return switch (failure) {
            case SecretFailure.NoProject missing -> Refusal.of(404, sentence(missing));
            case SecretFailure.StillRotating rotating -> Refusal.of(409, sentence(rotating));
            case SecretFailure.Stale stale -> Refusal.of(409, sentence(stale));
        };
    }

    private static Refusal of(AccessFailure failure) {
        return switch (failure) {
            case AccessFailure.Unauthenticated unknown -> Refusal.of(401, sentence(unknown));
            case AccessFailure.Denied denied -> Refusal.of(403, sentence(denied));
        };
    }

    private static Refusal of(UserFailure failure) {
        return switch (failure) {
            case UserFailure.NotFound missing -> Refusal.of(404, sentence(missing));
            case UserFailure.Taken taken -> Refusal.of(409, sentence(taken));
            case UserFailure.LastAdministrator last -> Refusal.of(409, sentence(last));
            case UserFailure.TooManyKeys many -> Refusal.of(409, sentence(many));
            case UserFailure.BeyondLimits beyond -> Refusal.of(403, sentence(beyond));
            case UserFailure.Refused refused ->
                new Refusal(
                        400,
                        "The " + refused.field() + " " + refused.getMessage() + ".",
                        List.of(new FieldProblem(refused.field(), String.valueOf(refused.getMessage()))),
                        Optional.empty());
        };
    }

    private static Refusal field(int status, String field, RuntimeException failure) {
        return new Refusal(
                status,
                sentence(failure),
                List.of(new FieldProblem(field, String.valueOf(failure.getMessage()))),
                Optional.empty());
    }

    /** The core words its messages as clauses. */
    private static String sentence(RuntimeException failure) {
        String clause = String.valueOf(failure.getMessage());
        return clause.isEmpty() ? "" : Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }
}
