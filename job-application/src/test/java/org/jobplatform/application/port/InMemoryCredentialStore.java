package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Session;

/** Sessions and API keys in memory. */
final class InMemoryCredentialStore implements CredentialStore {
    private final InMemoryStorage storage;

    InMemoryCredentialStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void add(Session session) {
        synchronized (storage) {
            storage.sessions.put(session.tokenHash(), session);
        }
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        synchronized (storage) {
            return Optional.ofNullable(storage.sessions.get(tokenHash));
        }
    }

    @Override
    public void touch(String tokenHash, Instant usedAt) {
        synchronized (storage) {
            storage.sessions.computeIfPresent(
                    tokenHash,
                    (hash, session) ->
                            new Session(hash, session.userId(), session.idle(), session.createdAt(), usedAt));
        }
    }

    @Override
    public void endSession(String tokenHash) {
        synchronized (storage) {
            storage.sessions.remove(tokenHash);
        }
    }

    @Override
    public void endSessions(String userId) {
        synchronized (storage) {
            storage.sessions.values().removeIf(session -> session.userId().equals(userId));
        }
    }

    @Override
    public int deleteOver(Instant now, int most) {
        synchronized (storage) {
            List<String> over = storage.sessions.values().stream()
                    .filter(session -> !session.isValid(now))
                    .limit(most)
                    .map(Session::tokenHash)
                    .toList();
            over.forEach(storage.sessions::remove);
            return over.size();
        }
    }

    @Override
    public void save(ApiKey key) {
        synchronized (storage) {
            storage.apiKeys.put(key.id(), key);
        }
    }

    @Override
    public Optional<ApiKey> key(String keyHash) {
        synchronized (storage) {
            return storage.apiKeys.values().stream()
                    .filter(key -> key.keyHash().equals(keyHash))
                    .findAny();
        }
    }
}
