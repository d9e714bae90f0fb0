package org.jobplatform.domain.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an editor writes of a job. Two equal definitions describe the same job, so applying one twice changes nothing.
 *
 * @param parameters default values, overlaid by those of a start; names are 1 to 64 of {@code A-Z a-z 0-9 _}
 * @param timeout longest time an attempt may take, at least a second; none when empty
 * @param concurrency none when empty: any number of runs at once
 */
public record JobDefinition(
        ProjectPath project,
        JobName name,
        JobType type,
        Optional<String> description,
        RunnerConfiguration runner,
        Map<String, String> parameters,
        Optional<Duration> timeout,
        Optional<Concurrency> concurrency,
        RetryPolicy retry,
        OnLost onLost) {
    /** Longest description, in characters. */
    public static final int MAXIMUM_DESCRIPTION = 4_000;

    /** @throws IllegalArgumentException when a value is out of range */
    public JobDefinition {
        description.ifPresent(text -> {
            if (text.length() > MAXIMUM_DESCRIPTION || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "a description must have at most " + MAXIMUM_DESCRIPTION + " characters and no NUL");
            }
        });
        timeout.ifPresent(duration -> {
            if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(Duration.ofDays(365)) > 0) {
                throw new IllegalArgumentException("a time-out must be PT1S to P365D");
            }
        });
        parameters = Parameters.copyOf(parameters);
    }

    /** The project and name in one: {@code Default/MappingTask1}. */
    public String path() {
        return project + "/" + name;
    }

    /** This definition with another runner or other settings of it. */
    public JobDefinition withRunner(RunnerConfiguration other) {
        return new JobDefinition(
                project, name, type, description, other, parameters, timeout, concurrency, retry, onLost);
    }
}
