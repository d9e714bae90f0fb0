package org.jobplatform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jspecify.annotations.Nullable;

/** A row of {@code run}. */
@Entity
@Table(name = "run")
class RunEntity {
    @Id
    private String id;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private @Nullable String startKey;

    @Column(updatable = false)
    private @Nullable String fingerprint;

    @Embedded
    private JobReferenceColumns job;

    @Embedded
    private RunRequestColumns request;

    @Embedded
    private RunStateColumns state;

    @Embedded
    private ProgressColumns progress;

    @Embedded
    private @Nullable ContentColumns content;

    @Embedded
    private @Nullable OriginColumns origin;

    /** Only {@link HibernateChainStore} changes it. */
    @Column(updatable = false)
    private @Nullable Integer chainDue;

    private int attempt;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant startedAt;

    @Embedded
    private @Nullable ClaimColumns claim;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    RunEntity() {}

    /** The row as it is after the next durable change of this run. */
    static RunEntity from(Run run) {
        RunEntity entity = new RunEntity();
        entity.id = run.id().value();
        entity.number = run.number().value();
        entity.job = JobReferenceColumns.from(run.job());
        entity.request = RunRequestColumns.from(run.request());
        entity.state = RunStateColumns.from(run.state());
        entity.progress = ProgressColumns.from(run.progress());
        entity.content = run.content().map(ContentColumns::from).orElse(null);
        entity.origin = run.request().origin().map(OriginColumns::from).orElse(null);
        entity.chainDue = run.request().plan().isPresent() ? 1 : null;
        entity.attempt = run.attempt();
        entity.createdAt = Stored.time(run.createdAt());
        entity.startedAt = Stored.time(run.startedAt());
        entity.claim = run.lastClaim().map(ClaimColumns::from).orElse(null);
        entity.version = run.version();
        return entity;
    }

    /** The row of a run that is added, with what later starts are compared by. */
    static RunEntity from(Run run, NewRun start) {
        RunEntity entity = from(run);
        entity.fingerprint = start.fingerprint();
        entity.startKey = start.key().orElse(null);
        return entity;
    }

    Run toRun() {
        return new Run(
                new RunId(id),
                new RunNumber(number),
                job.toReference(),
                request.toRequest(Optional.ofNullable(origin).map(OriginColumns::toOrigin)),
                state.toState(),
                progress.toProgress(),
                attempt,
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(claim).map(ClaimColumns::toClaim),
                Optional.ofNullable(content).map(ContentColumns::toDescription),
                version);
    }

    /** The row of a run that never waited, and fingerprint of its start. */
    static RunEntity from(Run run, String fingerprint) {
        RunEntity entity = from(run);
        entity.fingerprint = fingerprint;
        return entity;
    }

    /**
     * The run as it will be read at this version, without making it anew from the row where the row holds all of it.
     *
     * @param written what the row was made from
     */
    Run read(Run written, long atVersion) {
        boolean exact = createdAt.equals(written.createdAt())
                && Optional.ofNullable(startedAt).equals(written.startedAt())
                && state.toState().equals(written.state())
                && Optional.ofNullable(claim).map(ClaimColumns::toClaim).equals(written.lastClaim())
                && Objects.equals(
                        progress.progressSummary(), written.progress().summary().orElse(null))
                && request.requester().equals(written.request().requester())
                && request.source().equals(written.request().source());
        return (exact ? written : toRun()).withVersion(atVersion);
    }

    RowVersion rowVersion() {
        return new RowVersion(id, version);
    }

    /** Says whether a start with this fingerprint is a repeat of the one that made this run. */
    boolean wasStartedBy(String otherFingerprint) {
        return otherFingerprint.equals(fingerprint);
    }

    String id() {
        return id;
    }

    int number() {
        return number;
    }

    JobReferenceColumns job() {
        return job;
    }

    RunRequestColumns request() {
        return request;
    }

    RunStateColumns state() {
        return state;
    }

    ProgressColumns progress() {
        return progress;
    }

    @Nullable
    ContentColumns content() {
        return content;
    }

    @Nullable
    ClaimColumns claim() {
        return claim;
    }

    @Nullable
    OriginColumns origin() {
        return origin;
    }

    @Nullable
    Integer chainDue() {
        return chainDue;
    }

    int attempt() {
        return attempt;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    long version() {
        return version;
    }

    @Nullable
    String fingerprint() {
        return fingerprint;
    }

    @Nullable
    String startKey() {
        return startKey;
    }
}
