package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_key}. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    @Id
    private String id;

    /** Null in rows that a server of an earlier version has written; then its id says what it is for. */
    private @Nullable String keyName;

    private String keyHash;
    private String userId;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable String cap;
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    ApiKeyEntity() {}

    static ApiKeyEntity from(ApiKey key) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = key.id();
        entity.keyName = key.name();
        entity.keyHash = key.keyHash();
        entity.userId = key.userId();
        entity.createdAt = Stored.time(key.createdAt());
        entity.expiresAt = Stored.time(key.limits().expiresAt());
        entity.cap = key.limits().cap().map(Role::name).orElse(null);
        entity.lastUsedAt = Stored.time(key.lastUsedAt());
        return entity;
    }

    ApiKey toKey() {
        KeyLimits limits = new KeyLimits(Optional.ofNullable(cap).map(Role::valueOf), Optional.ofNullable(expiresAt));
        String name = keyName == null ? id : keyName;
        return new ApiKey(id, name, keyHash, userId, createdAt, limits, Optional.ofNullable(lastUsedAt));
    }
}
