package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;

/** Users in memory. */
final class InMemoryUserStore implements UserStore {
    private final InMemoryStorage storage;

    InMemoryUserStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void save(User user) {
        synchronized (storage) {
            if (named(user.name())
                    .filter(other -> !other.id().equals(user.id()))
                    .isPresent()) {
                throw new IllegalStateException("another user has the name " + user.name());
            }
            storage.users.put(user.id(), user);
        }
    }

    @Override
    public boolean addFirst(User user, ApiKey key) {
        synchronized (storage) {
            boolean first = storage.users.isEmpty();
            if (first) {
                storage.users.put(user.id(), user);
                storage.apiKeys.put(key.id(), key);
            }
            return first;
        }
    }

    @Override
    public Optional<User> named(String name) {
        synchronized (storage) {
            return storage.users.values().stream()
                    .filter(user -> user.name().equalsIgnoreCase(name))
                    .findAny();
        }
    }

    @Override
    public Optional<User> find(String id) {
        synchronized (storage) {
            return Optional.ofNullable(storage.users.get(id));
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (storage) {
            return storage.users.isEmpty();
        }
    }
}
