package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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
import org.jspecify.annotations.Nullable;

/** A row of {@code job}. */
@Entity
@Table(name = "job")
class JobEntity {
    @Id
    private String id;

    private String federatedId;
    private String project;
    private String name;

    /** Only queries look at it. */
    @SuppressWarnings("UnusedVariable")
    private String nameFolded;

    private String jobType;
    private @Nullable String description;
    private String runner;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String runnerSettings;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String parameters;

    private @Nullable Long timeoutNanos;
    private @Nullable Integer concurrencyLimit;
    private @Nullable String whenFull;
    private int retryAttempts;
    private long retryBackoff;
    private String onLost;

    /** Their ids, separated by commas; null when nothing follows. */
    private @Nullable String nextJobs;

    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    JobEntity() {}

    /** The row as it is after the next durable change of this job. */
    static JobEntity from(Job job) {
        JobEntity entity = new JobEntity();
        entity.id = job.id().value();
        entity.federatedId = job.federatedId().value();
        entity.createdAt = Stored.time(job.created().at());
        entity.createdBy = Stored.text(job.created().by());
        entity.updatedAt = Stored.time(job.updated().at());
        entity.updatedBy = Stored.text(job.updated().by());
        entity.version = job.version();
        entity.define(job.definition());
        return entity;
    }

    private void define(JobDefinition definition) {
        project = definition.project().value();
        name = definition.name().value();
        nameFolded = Stored.folded(name);
        jobType = definition.type().value();
        description = definition.description().orElse(null);
        runner = definition.runner().kind();
        runnerSettings = Json.write(definition.runner().settings());
        parameters = Json.write(definition.parameters());
        timeoutNanos = Stored.nanos(definition.timeout());
        concurrencyLimit = definition.concurrency().map(Concurrency::limit).orElse(null);
        whenFull =
                definition.concurrency().map(limit -> limit.whenFull().name()).orElse(null);
        retryAttempts = definition.retry().attempts();
        retryBackoff = definition.retry().backoff().toNanos();
        onLost = definition.onLost().name();
        nextJobs = definition.next().isEmpty()
                ? null
                : definition.next().stream().map(JobId::value).collect(Collectors.joining(","));
    }

    Job toJob() {
        JobDefinition definition = new JobDefinition(
                new ProjectPath(project),
                new JobName(name),
                new JobType(jobType),
                Optional.ofNullable(description),
                new RunnerConfiguration(runner, Json.tree(runnerSettings)),
                Json.texts(parameters),
                Stored.duration(timeoutNanos),
                concurrency(),
                new RetryPolicy(retryAttempts, Duration.ofNanos(retryBackoff)),
                OnLost.valueOf(onLost),
                nextJobs == null
                        ? List.of()
                        : Stream.of(nextJobs.split(",")).map(JobId::new).toList());
        return new Job(
                new JobId(id),
                new FederatedId(federatedId),
                definition,
                new Job.Edit(createdAt, createdBy),
                new Job.Edit(updatedAt, updatedBy),
                version);
    }

    private Optional<Concurrency> concurrency() {
        return concurrencyLimit == null || whenFull == null
                ? Optional.empty()
                : Optional.of(new Concurrency(concurrencyLimit, Concurrency.WhenFull.valueOf(whenFull)));
    }
}
