package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;

/** Reads a wish to start a run. */
final class StartReader {
    private static final String KEY = "Idempotency-Key";

    private StartReader() {}

    /** A start under an id of the server's choice; a key in the header makes a repeat safe. */
    static StartCommand read(JobId job, JsonFields body, ContainerRequestContext request) {
        StartOptions options = options(body);
        body.check();
        return new StartCommand(
                job, Optional.empty(), key(request), options, false, Callers.caller(request, Dialect.NATIVE));
    }

    /** A start under the caller's own id, which makes a repeat safe by itself. */
    static StartCommand read(RunId id, JsonFields body, ContainerRequestContext request) {
        Optional<JobId> job = FieldValues.required(body, "job", JobId::new);
        StartOptions options = options(body);
        body.check();
        return new StartCommand(
                job.orElseThrow(),
                Optional.of(id),
                Optional.empty(),
                options,
                false,
                Callers.caller(request, Dialect.NATIVE));
    }

    private static Optional<String> key(ContainerRequestContext request) {
        Optional<String> key = Optional.ofNullable(request.getHeaderString(KEY));
        if (key.filter(text -> text.isEmpty() || text.length() > StartCommand.MAXIMUM_KEY)
                .isPresent()) {
            throw new InvalidBody(
                    List.of(new FieldProblem(KEY, "must have 1 to " + StartCommand.MAXIMUM_KEY + " characters")));
        }
        return key;
    }

    static StartOptions options(JsonFields body) {
        return new StartOptions(
                FieldValues.parameters(body),
                FieldValues.text(body, "argument", RunRequest.MAXIMUM_ARGUMENT),
                body.optionalObject("rows").map(StartReader::rows).orElse(RowRange.ALL),
                body.optionalInteger("threads", 1, RunRequest.MAXIMUM_THREADS).orElse(1),
                LoggingLevel.of(body.optionalInteger("loggingLevel", 0, LoggingLevel.HIGH.number())
                        .orElse(LoggingLevel.MEDIUM.number())),
                body.optionalInteger("priority", -100, 100).orElse(0),
                body.optionalObject("callback")
                        .map(callback -> callback.requiredText("url", CallbackTarget.MAXIMUM_LENGTH)),
                body.optionalBoolean("chain").orElse(false));
    }

    private static RowRange rows(JsonFields rows) {
        long begin = rows.optionalLong("begin", 1, Long.MAX_VALUE).orElse(1);
        OptionalLong end = rows.optionalLong("end", 1, Long.MAX_VALUE);
        if (end.isPresent() && end.getAsLong() < begin) {
            rows.problem("end", "must not be before begin");
            return RowRange.ALL;
        }
        return new RowRange(begin, end);
    }
}
