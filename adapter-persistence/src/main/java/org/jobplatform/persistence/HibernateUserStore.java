package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;

/** Users in the database. */
final class HibernateUserStore implements UserStore {
    private static final String USERS = "from UserEntity u";

    private final Sessions sessions;
    private final RowLocks locks;

    HibernateUserStore(Sessions sessions, RowLocks locks) {
        this.sessions = sessions;
        this.locks = locks;
    }

    @Override
    public void save(User user) {
        sessions.write("saving a user", session -> {
            boolean taken = named(user.name())
                    .filter(other -> !other.id().equals(user.id()))
                    .isPresent();
            if (taken) {
                throw new IllegalStateException("another user is called " + user.name());
            }
            session.upsert(UserEntity.from(user));
            return user;
        });
    }

    @Override
    public boolean addFirst(User user, ApiKey key) {
        return sessions.write("adding the first user", session -> {
            locks.wholeStore(session);
            boolean first = session.createSelectionQuery("select u.id from UserEntity u", String.class)
                    .setMaxResults(1)
                    .getResultList()
                    .isEmpty();
            if (first) {
                session.insert(UserEntity.from(user));
                session.insert(ApiKeyEntity.from(key));
            }
            return first;
        });
    }

    @Override
    public Optional<User> named(String name) {
        return users(new Conditions().add("u.nameFolded = :name", "name", Stored.folded(Stored.text(name)))).stream()
                .findFirst();
    }

    @Override
    public Optional<User> find(String id) {
        return users(new Conditions().add("u.id = :id", "id", Stored.text(id))).stream()
                .findFirst();
    }

    @Override
    public boolean isEmpty() {
        return users(new Conditions()).isEmpty();
    }

    private List<User> users(Conditions conditions) {
        return sessions.read(
                "looking for users",
                session ->
                        conditions
                                .select(session, USERS, "", UserEntity.class)
                                .setMaxResults(1)
                                .getResultList()
                                .stream()
                                .map(UserEntity::toUser)
                                .toList());
    }
}
