package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_key}. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    @Id
    private String id;

    private String keyHash;
    private String userId;
    private Instant createdAt;
    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    ApiKeyEntity() {}

    static ApiKeyEntity from(ApiKey key) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = key.id();
        entity.keyHash = key.keyHash();
        entity.userId = key.userId();
        entity.createdAt = Stored.time(key.createdAt());
        entity.expiresAt = Stored.time(key.expiresAt());
        return entity;
    }

    ApiKey toKey() {
        return new ApiKey(id, keyHash, userId, createdAt, Optional.ofNullable(expiresAt));
    }
}
