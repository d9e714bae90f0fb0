package org.jobplatform.application.usecase;

import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Parameters;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;

/**
 * What a start may say besides which job it wants; ranges as in {@link org.jobplatform.domain.run.RunRequest}.
 *
 * @param parameters laid over the job's defaults
 * @param callbackUrl as the caller gave it
 * @param chained the jobs that the job names as following are to be run after it, and those that these name
 */
public record StartOptions(
        Map<String, String> parameters,
        Optional<String> argument,
        RowRange rows,
        int threads,
        LoggingLevel loggingLevel,
        int priority,
        Optional<String> callbackUrl,
        boolean chained) {
    /** Says nothing: every default. */
    public static final StartOptions DEFAULT =
            new StartOptions(Map.of(), Optional.empty(), RowRange.ALL, 1, LoggingLevel.MEDIUM, 0, Optional.empty());

    /** Copies the parameters. @throws IllegalArgumentException when they break {@link Parameters} */
    public StartOptions {
        parameters = Parameters.copyOf(parameters);
    }

    /** These options, with other parameters. */
    public StartOptions withParameters(Map<String, String> values) {
        return new StartOptions(values, argument, rows, threads, loggingLevel, priority, callbackUrl, chained);
    }

    /** Says nothing of a chain: the job alone is run. @throws IllegalArgumentException when the parameters break {@link Parameters} */
    public StartOptions(
            Map<String, String> parameters,
            Optional<String> argument,
            RowRange rows,
            int threads,
            LoggingLevel loggingLevel,
            int priority,
            Optional<String> callbackUrl) {
        this(parameters, argument, rows, threads, loggingLevel, priority, callbackUrl, false);
    }

    /** These options, for the whole chain or for the job alone. */
    public StartOptions withChained(boolean whole) {
        return new StartOptions(parameters, argument, rows, threads, loggingLevel, priority, callbackUrl, whole);
    }

    /** These options, with another callback address. */
    public StartOptions withCallbackUrl(Optional<String> url) {
        return new StartOptions(parameters, argument, rows, threads, loggingLevel, priority, url, chained);
    }
}
