package org.jobplatform.rest.nexus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.server.ErrorAnswer;
import org.jobplatform.rest.server.ErrorBody;
import org.jobplatform.rest.server.ErrorPresenter;
import org.jobplatform.rest.server.Refusal;

/** Errors as this dialect says them: a status, and one sentence of plain text without a line end. */
final class TextErrors implements ErrorPresenter {
    private static final Duration SOON = Duration.ofSeconds(5);

    /** One that no browser asks its user for a password by. */
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "APIKEY");

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        String reference = answer.status() == 500 ? " (" + answer.correlationId() + ")" : "";
        return new ErrorBody(
                answer.status(),
                "text/plain;charset=utf-8",
                answer.message() + reference,
                answer.status() == 401 ? CHALLENGE : Map.of());
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return switch (failure) {
            case RunFailure.NotFound ignored -> Optional.of(Refusal.of(404, "Job identified by id was not found."));
            case AccessFailure.Unauthenticated ignored ->
                Optional.of(Refusal.of(401, "The credentials or the hash are missing, wrong or expired."));
            case AccessFailure.Denied ignored -> Optional.of(Refusal.of(403, "The user is not allowed to do this."));
            case StorageUnavailable ignored ->
                Optional.of(Refusal.later(503, "The store does not answer at the moment.", SOON));
            default -> Optional.empty();
        };
    }
}
