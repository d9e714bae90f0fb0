package org.jobplatform.application.usecase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.FailedStart;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.ChainPlan;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunRequest;

/**
 * A start that the platform makes itself, because of another run. Its id comes of its origin, so that whoever makes it again
 * finds the run that is there.
 *
 * @param callback as it was accepted when the first run was started
 */
record InternalStart(StartCommand command, Origin origin, Optional<ChainPlan> plan, Optional<CallbackTarget> callback) {
    /**
     * The start of what follows this ended run in its chain.
     *
     * @param who started the chain
     * @throws java.util.NoSuchElementException when nothing follows
     */
    static InternalStart next(Run ended, Principal who) {
        ChainPlan plan = ended.request().plan().orElseThrow();
        return of(
                ended,
                Origin.after(ended),
                plan.next(),
                plan.given(),
                plan.rest(),
                ended.request().callback(),
                who);
    }

    /** The start of a step of this flow, which was started by somebody. */
    static InternalStart step(Run flow, int position, JobId job, Map<String, String> parameters, Principal who) {
        return of(flow, Origin.step(flow, position), job, parameters, Optional.empty(), Optional.empty(), who);
    }

    private static InternalStart of(
            Run parent,
            Origin origin,
            JobId job,
            Map<String, String> parameters,
            Optional<ChainPlan> plan,
            Optional<CallbackTarget> callback,
            Principal who) {
        RunRequest request = parent.request();
        StartOptions options = new StartOptions(
                parameters,
                request.argument(),
                RowRange.ALL,
                request.threads(),
                request.loggingLevel(),
                request.priority(),
                Optional.empty());
        Caller caller = new Caller(request.dialect(), who, "");
        StartCommand command =
                new StartCommand(job, Optional.of(origin.child()), Optional.empty(), options, false, caller);
        return new InternalStart(command, origin, plan, callback);
    }

    String fingerprint() {
        return StartFingerprint.of(command, Optional.of(origin));
    }

    /** The request of the run, with parameters among which are those of its job. */
    RunRequest request(Map<String, String> parameters) {
        StartOptions options = command.options();
        return new RunRequest(
                parameters,
                options.argument(),
                options.rows(),
                options.threads(),
                options.loggingLevel(),
                options.priority(),
                callback,
                command.caller().dialect(),
                command.caller().name(),
                command.caller().source(),
                plan,
                Optional.of(origin));
    }

    /** What is kept of this start when it comes to nothing; then nothing follows any more. */
    FailedStart failed(RunId id, JobReference job, Instant at, String message) {
        RunRequest request = request(command.options().parameters()).within(Optional.empty(), Optional.of(origin));
        return new FailedStart(id, job, request, fingerprint(), at, message);
    }
}
