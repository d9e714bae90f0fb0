package org.jobplatform.application.execution;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.job.RunnerConfiguration;

/** The runners of this node, by name. */
public final class TaskRunners {
    private final SortedMap<String, TaskRunner> runners = new TreeMap<>();

    /** @throws IllegalArgumentException when two runners have one name */
    public TaskRunners(Collection<TaskRunner> runners) {
        runners.forEach(runner -> {
            if (this.runners.put(runner.kind(), runner) != null) {
                throw new IllegalArgumentException("two runners are called " + runner.kind());
            }
        });
    }

    /** The runner with this name. */
    public Optional<TaskRunner> find(String kind) {
        return Optional.ofNullable(runners.get(kind));
    }

    /** Says whether an attempt of such a run goes on where the one before it was left. */
    public boolean resumes(RunnerConfiguration configuration) {
        return find(configuration.kind()).filter(TaskRunner::resumes).isPresent();
    }

    /** Everything wrong with a job's choice of runner and its settings. */
    public List<Problem> validate(RunnerConfiguration configuration) {
        return find(configuration.kind())
                .map(runner -> runner.validate(configuration.settings()))
                .orElseGet(() -> List.of(new Problem(
                        "runner",
                        "there is no runner called " + configuration.kind() + "; there are "
                                + String.join(", ", runners.keySet()))));
    }

    /** The configuration of a document that lies in this folder, with its relative paths made absolute. */
    public RunnerConfiguration resolve(RunnerConfiguration configuration, Path folder) {
        Map<String, Object> settings = find(configuration.kind())
                .map(runner -> runner.resolve(configuration.settings(), folder))
                .orElse(configuration.settings());
        return new RunnerConfiguration(configuration.kind(), settings);
    }
}
