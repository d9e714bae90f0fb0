package org.jobplatform.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.job.RunnerConfiguration;

/** Ordinary jobs for tests: valid, never stored, and alike but for what the caller names. */
public final class JobExamples {
    /** By whom and when example jobs were made. */
    public static final Job.Edit EDIT = new Job.Edit(Instant.parse("2026-01-01T08:00:00Z"), "alice");

    private JobExamples() {}

    /** A job of the Default project without any limit; its name and federated id are made from the id. */
    public static Job job(String id) {
        return job(id, ProjectPath.DEFAULT, new JobName("Job " + id));
    }

    /** A job of this project and name without any limit. */
    public static Job job(String id, ProjectPath project, JobName name) {
        return job(id, definition(project, name));
    }

    /** A job of this definition. */
    public static Job job(String id, JobDefinition definition) {
        return Job.create(new JobId(id), new FederatedId("federated-" + id), definition, EDIT);
    }

    /** A job of which no more than {@code limit} runs are carried out at once. */
    public static Job limited(String id, int limit, Concurrency.WhenFull whenFull) {
        JobDefinition plain = job(id).definition();
        return job(
                id,
                new JobDefinition(
                        plain.project(),
                        plain.name(),
                        plain.type(),
                        plain.description(),
                        plain.runner(),
                        plain.parameters(),
                        plain.timeout(),
                        Optional.of(new Concurrency(limit, whenFull)),
                        plain.retry(),
                        plain.onLost()));
    }

    /** The definition of a job that does nothing. */
    public static JobDefinition definition(ProjectPath project, JobName name) {
        return definition(project, name, JobType.UNSPECIFIED);
    }

    /** The definition of a job of this type that does nothing. */
    public static JobDefinition definition(ProjectPath project, JobName name, JobType type) {
        return new JobDefinition(
                project,
                name,
                type,
                Optional.empty(),
                new RunnerConfiguration("noop", Map.of()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                RetryPolicy.NONE,
                OnLost.END);
    }

    /** A definition that says something in every part. */
    public static JobDefinition everyPart() {
        return new JobDefinition(
                new ProjectPath("Sales/Größe"),
                new JobName("Nightly load №1"),
                new JobType("MTT"),
                Optional.of("Loads the day's orders.\nIn \"two\" lines, 100% of them."),
                new RunnerConfiguration(
                        "command",
                        Map.of(
                                "argv",
                                List.of("/bin/sh", "-c", "echo 'a\\b'"),
                                "environment",
                                Map.of("MODE", "full", "LIMIT", 5_000_000_000L, "RATIO", 0.25, "DRY", true))),
                Map.of("region", "eu", "EMPTY", "", "text", "ä\t\n\"€\" 𝄞"),
                Optional.of(Duration.ofHours(1)),
                Optional.of(new Concurrency(3, Concurrency.WhenFull.REPLACE)),
                new RetryPolicy(4, Duration.ofMillis(1_500)),
                OnLost.RETRY,
                List.of(new JobId("later.one"), new JobId("later-two")));
    }
}
