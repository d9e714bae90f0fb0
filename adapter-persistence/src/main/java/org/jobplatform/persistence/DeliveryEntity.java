package org.jobplatform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery}. */
@Entity
@Table(name = "delivery")
class DeliveryEntity {
    @Id
    private String id;

    @Column(updatable = false)
    private String runId;

    @Column(updatable = false)
    private String project;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String dialect;

    @Column(updatable = false)
    private String targetUrl;

    @Column(updatable = false)
    private String lane;

    @Column(updatable = false)
    private String bodyType;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String body;

    private String policy;
    private String status;
    private int attempts;
    private long waitedNanos;
    private Instant dueAt;

    /** When it is due, or when its claim ends. */
    private Instant claimableAt;

    private @Nullable String ownerNode;
    private @Nullable String ownerBoot;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    DeliveryEntity() {}

    /** The row as it is after the next durable change of this delivery. */
    static DeliveryEntity from(Delivery delivery) {
        DeliveryEntity entity = new DeliveryEntity();
        entity.id = delivery.id().value();
        entity.runId = delivery.run().value();
        entity.project = delivery.project().value();
        entity.number = delivery.number();
        entity.dialect = delivery.dialect().name();
        entity.targetUrl = delivery.target().url().toString();
        entity.lane = delivery.target().lane();
        entity.bodyType = delivery.body().mediaType();
        entity.body = Stored.text(delivery.body().text());
        entity.policy = delivery.policy().name();
        entity.status = delivery.status().name();
        entity.attempts = delivery.attempts();
        entity.waitedNanos = delivery.waited().toNanos();
        entity.dueAt = Stored.time(delivery.dueAt());
        entity.setClaim(delivery.claim());
        entity.createdAt = Stored.time(delivery.createdAt());
        entity.version = delivery.version();
        return entity;
    }

    /** The row of a delivery that is added. */
    static DeliveryEntity added(Delivery delivery) {
        DeliveryEntity entity = from(delivery);
        entity.version = delivery.version() + 1;
        return entity;
    }

    /** Keeps it for the owner until the claim ends; without one anybody may claim it when it is due. */
    void setClaim(Optional<DeliveryClaim> claim) {
        claimableAt = claim.map(DeliveryClaim::until).map(Stored::time).orElse(dueAt);
        ownerNode = claim.map(by -> by.owner().node()).orElse(null);
        ownerBoot = claim.map(by -> by.owner().boot()).orElse(null);
    }

    Delivery toDelivery() {
        return toDelivery(version);
    }

    /** The delivery once this row was written onto the version that it was made from. */
    Delivery changed() {
        return toDelivery(version + 1);
    }

    private Delivery toDelivery(long atVersion) {
        return new Delivery(
                new DeliveryId(id),
                new RunId(runId),
                new ProjectPath(project),
                number,
                Dialect.valueOf(dialect),
                new CallbackTarget(URI.create(targetUrl)),
                new CallbackBody(bodyType, body),
                DeliveryPolicy.valueOf(policy),
                Delivery.Status.valueOf(status),
                attempts,
                Duration.ofNanos(waitedNanos),
                dueAt,
                createdAt,
                claim(),
                atVersion);
    }

    private Optional<DeliveryClaim> claim() {
        return ownerNode == null || ownerBoot == null
                ? Optional.empty()
                : Optional.of(new DeliveryClaim(new Owner(ownerNode, ownerBoot), claimableAt));
    }

    RowVersion rowVersion() {
        return new RowVersion(id, version);
    }

    String id() {
        return id;
    }

    String runId() {
        return runId;
    }

    String project() {
        return project;
    }

    int number() {
        return number;
    }

    String dialect() {
        return dialect;
    }

    String targetUrl() {
        return targetUrl;
    }

    String lane() {
        return lane;
    }

    String bodyType() {
        return bodyType;
    }

    String body() {
        return body;
    }

    String policy() {
        return policy;
    }

    String status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    long waitedNanos() {
        return waitedNanos;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant claimableAt() {
        return claimableAt;
    }

    @Nullable
    String ownerNode() {
        return ownerNode;
    }

    @Nullable
    String ownerBoot() {
        return ownerBoot;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
