package org.jobplatform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.domain.access.ApiKey;

/** API keys in the database. */
final class HibernateApiKeyStore implements ApiKeyStore {
    private static final String KEYS = "from ApiKeyEntity k";

    private final Sessions sessions;

    HibernateApiKeyStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void save(ApiKey key) {
        sessions.write("saving an API key", session -> {
            session.upsert(ApiKeyEntity.from(key));
            return key;
        });
    }

    @Override
    public Optional<ApiKey> find(String keyHash) {
        return keys(new Conditions().add("k.keyHash = :hash", "hash", Stored.text(keyHash))).stream()
                .findFirst();
    }

    @Override
    public List<ApiKey> of(String userId) {
        return keys(new Conditions().add("k.userId = :user", "user", Stored.text(userId)));
    }

    private List<ApiKey> keys(Conditions conditions) {
        return sessions.read(
                "looking for API keys",
                session ->
                        conditions
                                .select(session, KEYS, " order by k.createdAt, k.id", ApiKeyEntity.class)
                                .getResultList()
                                .stream()
                                .map(ApiKeyEntity::toKey)
                                .toList());
    }

    @Override
    public void touch(String id, Instant usedAt) {
        sessions.write(
                "touching an API key",
                session -> session.createMutationQuery("update ApiKeyEntity set lastUsedAt = :usedAt where id = :id")
                        .setParameter("usedAt", Stored.time(usedAt))
                        .setParameter("id", id)
                        .executeUpdate());
    }

    @Override
    public boolean delete(String userId, String id) {
        return sessions.write(
                        "deleting an API key",
                        session -> session.createMutationQuery(
                                        "delete from ApiKeyEntity where id = :id and userId = :user")
                                .setParameter("id", Stored.text(id))
                                .setParameter("user", userId)
                                .executeUpdate())
                > 0;
    }
}
