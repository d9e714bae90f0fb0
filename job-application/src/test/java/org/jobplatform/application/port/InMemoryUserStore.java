package org.jobplatform.application.port;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Users in memory. */
final class InMemoryUserStore implements UserStore {
    private final InMemoryStorage storage;

    InMemoryUserStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void add(User user) {
        synchronized (storage) {
            if (named(user.name()).isPresent()) {
                throw new UserFailure.Taken(user.name());
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
    public Optional<User> change(String id, UnaryOperator<User> change) {
        synchronized (storage) {
            Optional<User> changed = find(id).map(before -> {
                User after = change.apply(before);
                if (!after.isAdministrator()) {
                    requireAnother(before);
                }
                if (after.disabled() || !after.passwordHash().equals(before.passwordHash())) {
                    storage.sessions().endSessions(id);
                }
                return after;
            });
            changed.ifPresent(user -> storage.users.put(id, user));
            return changed;
        }
    }

    @Override
    public boolean delete(String id) {
        synchronized (storage) {
            find(id).ifPresent(this::requireAnother);
            storage.sessions().endSessions(id);
            storage.apiKeys.values().removeIf(key -> key.userId().equals(id));
            return storage.users.remove(id) != null;
        }
    }

    private void requireAnother(User administrator) {
        boolean last = administrator.isAdministrator()
                && storage.users.values().stream()
                        .noneMatch(user -> user.isAdministrator() && !user.id().equals(administrator.id()));
        if (last) {
            throw new UserFailure.LastAdministrator(administrator.name());
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
    public List<User> page(Optional<String> after, int limit) {
        synchronized (storage) {
            return storage.users.values().stream()
                    .filter(user -> after.map(last -> folded(user.name()).compareTo(folded(last)) > 0)
                            .orElse(true))
                    .sorted(Comparator.comparing(user -> folded(user.name())))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (storage) {
            return storage.users.isEmpty();
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
