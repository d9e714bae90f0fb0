package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.Session;
import org.jspecify.annotations.Nullable;

/** A row of {@code user_session}. */
@Entity
@Table(name = "user_session")
class SessionEntity {
    @Id
    private String tokenHash;

    private String userId;
    private long idleNanos;
    private Instant createdAt;
    private Instant lastUsedAt;
    private @Nullable String keyHash;

    @SuppressWarnings("NullAway.Init")
    SessionEntity() {}

    static SessionEntity from(Session session) {
        SessionEntity entity = new SessionEntity();
        entity.tokenHash = session.tokenHash();
        entity.userId = session.userId();
        entity.idleNanos = session.idle().toNanos();
        entity.createdAt = Stored.time(session.createdAt());
        entity.lastUsedAt = Stored.time(session.lastUsedAt());
        entity.keyHash = session.keyHash().orElse(null);
        return entity;
    }

    Session toSession() {
        return new Session(
                tokenHash, userId, Duration.ofNanos(idleNanos), createdAt, lastUsedAt, Optional.ofNullable(keyHash));
    }
}
