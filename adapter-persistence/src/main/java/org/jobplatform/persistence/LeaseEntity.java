package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jobplatform.domain.run.Owner;

/** A row of {@code lease}. */
@Entity
@Table(name = "lease")
@IdClass(LeaseEntity.Key.class)
class LeaseEntity {
    @Id
    private String node;

    @Id
    private String boot;

    /** Only queries look at it. */
    @SuppressWarnings("UnusedVariable")
    private Instant endsAt;

    @SuppressWarnings("NullAway.Init")
    LeaseEntity() {}

    LeaseEntity(Owner owner, Instant endsAt) {
        this.node = owner.node();
        this.boot = owner.boot();
        this.endsAt = endsAt;
    }

    Owner toOwner() {
        return new Owner(node, boot);
    }

    /** Identifies a row. */
    record Key(String node, String boot) {}
}
