package org.jobplatform.domain.run;

import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Parameters;

/**
 * What a start asked for, with every default filled in. It is its own audit record: who, from where, for what.
 *
 * @param argument free text for the job, at most {@link #MAXIMUM_ARGUMENT} characters
 * @param threads threads the runner may use, 1 to {@link #MAXIMUM_THREADS}
 * @param priority -100 to 100; what waits goes by priority, the highest first, then by age
 * @param requester the name of the user who started it
 * @param source the network address the start came from; empty for one from within
 * @param plan what follows it in its chain; empty when nothing does
 * @param origin which run it comes of; empty when somebody started it
 */
public record RunRequest(
        Map<String, String> parameters,
        Optional<String> argument,
        RowRange rows,
        int threads,
        LoggingLevel loggingLevel,
        int priority,
        Optional<CallbackTarget> callback,
        Dialect dialect,
        String requester,
        String source,
        Optional<ChainPlan> plan,
        Optional<Origin> origin) {
    /** Longest argument, in characters. */
    public static final int MAXIMUM_ARGUMENT = 65_536;

    /** Most threads a start may ask for. */
    public static final int MAXIMUM_THREADS = 32;

    /** @throws IllegalArgumentException when a value is out of range */
    public RunRequest {
        parameters = Parameters.copyOf(parameters);
        argument.ifPresent(text -> {
            if (text.length() > MAXIMUM_ARGUMENT || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "an argument must have at most " + MAXIMUM_ARGUMENT + " characters and no NUL");
            }
        });
        if (threads < 1 || threads > MAXIMUM_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MAXIMUM_THREADS);
        }
        if (priority < -100 || priority > 100) {
            throw new IllegalArgumentException("a priority must be -100 to 100");
        }
    }

    /** A request that somebody made, of a run that nothing follows. @throws IllegalArgumentException when a value is out of range */
    public RunRequest(
            Map<String, String> parameters,
            Optional<String> argument,
            RowRange rows,
            int threads,
            LoggingLevel loggingLevel,
            int priority,
            Optional<CallbackTarget> callback,
            Dialect dialect,
            String requester,
            String source) {
        this(
                parameters,
                argument,
                rows,
                threads,
                loggingLevel,
                priority,
                callback,
                dialect,
                requester,
                source,
                Optional.empty(),
                Optional.empty());
    }

    /** This request, with what follows and where it comes from. */
    public RunRequest within(Optional<ChainPlan> nextPlan, Optional<Origin> from) {
        return new RunRequest(
                parameters,
                argument,
                rows,
                threads,
                loggingLevel,
                priority,
                callback,
                dialect,
                requester,
                source,
                nextPlan,
                from);
    }
}
