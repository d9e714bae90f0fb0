package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;

/** API keys in memory. */
final class InMemoryApiKeyStore implements ApiKeyStore {
    private final InMemoryStorage storage;

    InMemoryApiKeyStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void save(ApiKey key) {
        synchronized (storage) {
            storage.apiKeys.put(key.id(), key);
        }
    }

    @Override
    public Optional<ApiKey> find(String keyHash) {
        synchronized (storage) {
            return storage.apiKeys.values().stream()
                    .filter(key -> key.keyHash().equals(keyHash))
                    .findAny();
        }
    }

    @Override
    public List<ApiKey> of(String userId) {
        synchronized (storage) {
            return storage.apiKeys.values().stream()
                    .filter(key -> key.userId().equals(userId))
                    .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                    .toList();
        }
    }

    @Override
    public void touch(String id, Instant usedAt) {
        synchronized (storage) {
            storage.apiKeys.computeIfPresent(id, (same, key) -> key.usedAt(usedAt));
        }
    }

    @Override
    public boolean delete(String userId, String id) {
        synchronized (storage) {
            return storage.apiKeys
                    .values()
                    .removeIf(key -> key.id().equals(id) && key.userId().equals(userId));
        }
    }
}
