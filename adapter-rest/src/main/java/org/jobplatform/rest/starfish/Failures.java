package org.jobplatform.rest.starfish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.server.Refusal;

/** What the failures of the platform are in this dialect, where they are errors at all. */
final class Failures {
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final String DENIED = "Authorization has been denied for this request.";

    private Failures() {}

    /** The refusal for a failure; empty for one that no request of this dialect should meet. */
    static Optional<Refusal> refusal(Throwable failure) {
        return switch (failure) {
            case AccessFailure access -> Optional.of(refusal(access));
            case RunFailure.BadCallback bad -> Optional.of(refusal(bad));
            case RunFailure.NotFound ignored -> Optional.of(Refusal.of(404, "There is no run with this runID."));
            case RunFailure.Stale ignored -> Optional.of(unavailable());
            case NotAccepting ignored -> Optional.of(unavailable());
            case StorageUnavailable ignored -> Optional.of(unavailable());
            case InterruptedException ignored -> Optional.of(unavailable());
            default -> Optional.empty();
        };
    }

    private static Refusal refusal(AccessFailure failure) {
        return switch (failure) {
            case AccessFailure.Unauthenticated ignored -> Refusal.of(401, DENIED);
            case AccessFailure.Denied ignored -> Refusal.of(403, DENIED);
        };
    }

    private static Refusal refusal(RunFailure.BadCallback failure) {
        String reason = "cannot be taken: " + failure.getMessage();
        return new Refusal(400, reason, List.of(new FieldProblem("webHookURL", reason)), Optional.empty());
    }

    private static Refusal unavailable() {
        return Refusal.later(503, "The server cannot do this at the moment.", COME_AGAIN);
    }
}
