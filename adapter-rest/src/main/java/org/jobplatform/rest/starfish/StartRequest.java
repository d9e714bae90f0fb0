package org.jobplatform.rest.starfish;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.rest.json.JsonFields;

/** What both calls that execute a job are asked with. */
record StartRequest(GivenRunId runId, JobAddress job, StartOptions options) {
    /** Longest name of an instance, which is read and then of no consequence: a server is one instance. */
    static final int LONGEST_INSTANCE = 255;

    private static final int LONGEST_GUID = 38;
    private static final int LONGEST_NUMBER = 64;
    private static final String RUN_ID = "runID";

    /** Reads the request. @throws org.jobplatform.rest.json.InvalidBody with every problem it has */
    static StartRequest from(JsonFields body) {
        Optional<GivenRunId> runId = runId(body);
        JobAddress job = new JobAddress(
                body.requiredName("projectID", JobAddress.LONGEST), body.requiredName("jobID", JobAddress.LONGEST));
        boolean chained = body.optionalBoolean("chainJobs").orElse(false);
        body.optionalName("instance", LONGEST_INSTANCE);
        StartOptions options = options(body);
        body.check();
        return new StartRequest(runId.orElseThrow(), job, options.withChained(chained));
    }

    private static Optional<GivenRunId> runId(JsonFields body) {
        String text = body.requiredName(RUN_ID, LONGEST_GUID);
        Optional<GivenRunId> runId = GivenRunId.ofNewRun(text);
        if (runId.isEmpty() && !text.isEmpty()) {
            body.problem(RUN_ID, "must be a GUID of 36 characters that are not all zeros");
        }
        return runId;
    }

    private static StartOptions options(JsonFields body) {
        Optional<String> argument = body.optionalText("argument", RunRequest.MAXIMUM_ARGUMENT);
        // The core counts UTF-16 units, the fields code points.
        if (argument.filter(text -> text.length() > RunRequest.MAXIMUM_ARGUMENT).isPresent()) {
            body.problem("argument", "is longer than " + RunRequest.MAXIMUM_ARGUMENT + " characters");
        }
        RowRange rows = rows(body);
        int threads = threads(body);
        int level = body.optionalInteger("loggingLevel", 0, Integer.MAX_VALUE).orElse(LoggingLevel.NONE.number());
        Optional<String> callback =
                body.optionalText("webHookURL", CallbackTarget.MAXIMUM_LENGTH).filter(url -> !url.isEmpty());
        return new StartOptions(
                Map.of(),
                argument.filter(text -> text.length() <= RunRequest.MAXIMUM_ARGUMENT),
                rows,
                threads,
                LoggingLevel.of(Math.min(level, LoggingLevel.HIGH.number())),
                StartOptions.DEFAULT.priority(),
                callback);
    }

    private static RowRange rows(JsonFields body) {
        long begin = number(body, "beginAtRow", Long.MAX_VALUE, "").orElse(1);
        OptionalLong end = number(body, "endAfterRow", Long.MAX_VALUE, "");
        if (end.isPresent() && end.getAsLong() < begin) {
            body.problem("endAfterRow", "must not be less than beginAtRow");
            return RowRange.ALL;
        }
        return new RowRange(begin, end);
    }

    private static int threads(JsonFields body) {
        return (int) number(body, "threadCount", RunRequest.MAXIMUM_THREADS, ", the most that this server allows")
                .orElse(1);
    }

    /** A whole number from 1 on, in ASCII digits that spaces may surround. Empty text is the same as nothing. */
    private static OptionalLong number(JsonFields body, String name, long most, String remark) {
        Optional<String> digits = body.optionalName(name, LONGEST_NUMBER)
                .map(StartRequest::withoutSpaces)
                .filter(text -> !text.isEmpty());
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = parse(digits.get());
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > most) {
            body.problem(name, "must be a whole number from 1 to " + most + remark);
            return OptionalLong.empty();
        }
        return number;
    }

    private static OptionalLong parse(String digits) {
        try {
            // Long.parseLong alone takes a sign and the digits of other scripts.
            return digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                    ? OptionalLong.of(Long.parseLong(digits))
                    : OptionalLong.empty();
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    private static String withoutSpaces(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
