package org.jobplatform.domain.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an editor writes of a job. Two equal definitions describe the same job, so applying one twice changes nothing.
 *
 * @param parameters default values, overlaid by those of a start; names are 1 to 64 of {@code A-Z a-z 0-9 _}
 * @param timeout longest time an attempt may take, at least a second; none when empty
 * @param concurrency none when empty: any number of runs at once
 * @param next the jobs that follow in a chain that is asked for, at most {@link #MAXIMUM_NEXT}, none twice; they need not
 *     be there
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
        OnLost onLost,
        List<JobId> next) {
    /** Most jobs that one names as following. */
    public static final int MAXIMUM_NEXT = 100;

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
        next = List.copyOf(next);
        if (next.size() > MAXIMUM_NEXT || Set.copyOf(next).size() < next.size()) {
            throw new IllegalArgumentException("at most " + MAXIMUM_NEXT + " jobs may follow, and none twice");
        }
    }

    /** A job that nothing follows. @throws IllegalArgumentException when a value is out of range */
    public JobDefinition(
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
        this(project, name, type, description, runner, parameters, timeout, concurrency, retry, onLost, List.of());
    }

    /** The project and name in one: {@code Default/MappingTask1}. */
    public String path() {
        return project + "/" + name;
    }

    /** This definition with another runner or other settings of it. */
    public JobDefinition withRunner(RunnerConfiguration other) {
        return new JobDefinition(
                project, name, type, description, other, parameters, timeout, concurrency, retry, onLost, next);
    }

    /** This definition with other jobs that follow. */
    public JobDefinition withNext(List<JobId> others) {
        return new JobDefinition(
                project, name, type, description, runner, parameters, timeout, concurrency, retry, onLost, others);
    }
}
