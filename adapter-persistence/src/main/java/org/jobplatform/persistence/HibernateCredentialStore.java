package org.jobplatform.persistence;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.application.port.CredentialStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Session;

/** Sessions and API keys in the database. */
final class HibernateCredentialStore implements CredentialStore {
    private final Sessions sessions;

    HibernateCredentialStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void add(Session session) {
        sessions.write("adding a session", database -> database.insert(SessionEntity.from(session)));
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return sessions.read(
                "finding a session",
                database -> Optional.ofNullable(database.get(SessionEntity.class, Stored.text(tokenHash)))
                        .map(SessionEntity::toSession));
    }

    @Override
    public void touch(String tokenHash, Instant usedAt) {
        sessions.write(
                "touching a session",
                database -> database.createMutationQuery(
                                "update SessionEntity set lastUsedAt = :usedAt where tokenHash = :hash")
                        .setParameter("usedAt", Stored.time(usedAt))
                        .setParameter("hash", tokenHash)
                        .executeUpdate());
    }

    @Override
    public void endSession(String tokenHash) {
        delete("delete from SessionEntity where tokenHash = :value", tokenHash);
    }

    @Override
    public void endSessions(String userId) {
        delete("delete from SessionEntity where userId = :value", userId);
    }

    private void delete(String mutation, String value) {
        sessions.write(
                "ending sessions",
                database -> database.createMutationQuery(mutation)
                        .setParameter("value", value)
                        .executeUpdate());
    }

    @Override
    public void save(ApiKey key) {
        sessions.write("saving an API key", database -> {
            database.upsert(ApiKeyEntity.from(key));
            return key;
        });
    }

    @Override
    public Optional<ApiKey> key(String keyHash) {
        return sessions.read(
                "finding an API key",
                database -> database
                        .createSelectionQuery("from ApiKeyEntity k where k.keyHash = :hash", ApiKeyEntity.class)
                        .setParameter("hash", Stored.text(keyHash))
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(ApiKeyEntity::toKey));
    }
}
