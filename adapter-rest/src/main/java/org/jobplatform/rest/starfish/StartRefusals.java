package org.jobplatform.rest.starfish;

import java.util.Optional;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.RunFailure;

/** Why a start could not begin, in words for the caller. Nothing is told of another caller's run. */
final class StartRefusals {
    private static final String NO_SUCH_JOB = "There is no such job in this project.";
    private static final String CHANGED = "The job is being changed. Try again.";

    private StartRefusals() {}

    /** The reason; empty when the failure is an error of the request or of the server. */
    static Optional<String> reason(RuntimeException failure) {
        return switch (failure) {
            case JobFailure job -> reason(job);
            case RunFailure run -> reason(run);
            default -> Optional.empty();
        };
    }

    private static Optional<String> reason(JobFailure failure) {
        return switch (failure) {
            case JobFailure.NotFound ignored -> Optional.of(NO_SUCH_JOB);
            case JobFailure.Ambiguous ignored -> Optional.of(NO_SUCH_JOB);
            case JobFailure.Stale ignored -> Optional.of(CHANGED);
            case JobFailure.Taken ignored -> Optional.empty();
            case JobFailure.HasUnfinishedRuns ignored -> Optional.empty();
            case JobFailure.Invalid ignored -> Optional.empty();
        };
    }

    private static Optional<String> reason(RunFailure failure) {
        return switch (failure) {
            case RunFailure.Conflicting ignored -> Optional.of("This runID was used for another request.");
            case RunFailure.AlreadyActive ignored -> Optional.of("The job has an unfinished run.");
            case RunFailure.LimitReached ignored ->
                Optional.of("The job has reached its limit of concurrent runs. Try again later.");
            case RunFailure.Refused refused -> Optional.of("The start was refused: " + refused.getMessage() + ".");
            case RunFailure.BadCallback ignored -> Optional.empty();
            case RunFailure.NotFound ignored -> Optional.empty();
            case RunFailure.NotAllowed ignored -> Optional.empty();
            case RunFailure.Stale ignored -> Optional.empty();
        };
    }
}
