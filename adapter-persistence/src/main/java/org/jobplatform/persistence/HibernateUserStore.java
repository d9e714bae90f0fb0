package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;

/** Users in the database. Whoever changes users waits for whoever changes others: that is rare, and judges them together. */
final class HibernateUserStore implements UserStore {
    private static final String USERS = "from UserEntity u";
    private static final String BY_NAME = " order by u.nameFolded";

    private final Sessions sessions;
    private final RowLocks locks;

    HibernateUserStore(Sessions sessions, RowLocks locks) {
        this.sessions = sessions;
        this.locks = locks;
    }

    @Override
    public void add(User user) {
        sessions.write("adding a user", session -> {
            locks.wholeStore(session);
            if (!users(session, named(user), 1).isEmpty()) {
                throw new UserFailure.Taken(user.name());
            }
            session.insert(UserEntity.from(user));
            UserEntity.grants(user).forEach(session::insert);
            return user;
        });
    }

    @Override
    public boolean addFirst(User user, ApiKey key) {
        return sessions.write("adding the first user", session -> {
            locks.wholeStore(session);
            boolean first = users(session, new Conditions(), 1).isEmpty();
            if (first) {
                session.insert(UserEntity.from(user));
                UserEntity.grants(user).forEach(session::insert);
                session.insert(ApiKeyEntity.from(key));
            }
            return first;
        });
    }

    @Override
    public Optional<User> change(String id, UnaryOperator<User> change) {
        return sessions.write("changing a user", session -> {
            locks.wholeStore(session);
            Optional<User> before = users(session, withId(id), 1).stream().findFirst();
            return before.map(user -> change(session, user, change.apply(user)));
        });
    }

    private static User change(StatelessSession session, User before, User after) {
        if (!after.isAdministrator()) {
            requireAnother(session, before);
        }
        // First the row, which whoever adds a session looks at: a session is refused there or ended here.
        session.update(UserEntity.from(after));
        deleteOf(session, "GrantEntity", after);
        UserEntity.grants(after).forEach(session::insert);
        if (after.disabled() || !after.passwordHash().equals(before.passwordHash())) {
            deleteOf(session, "SessionEntity", after);
        }
        return after;
    }

    @Override
    public boolean delete(String id) {
        return sessions.write("deleting a user", session -> {
            locks.wholeStore(session);
            Optional<User> found = users(session, withId(id), 1).stream().findFirst();
            found.ifPresent(user -> {
                requireAnother(session, user);
                session.delete(UserEntity.from(user));
                deleteOf(session, "GrantEntity", user);
                deleteOf(session, "SessionEntity", user);
                deleteOf(session, "ApiKeyEntity", user);
            });
            return found.isPresent();
        });
    }

    private static void deleteOf(StatelessSession session, String entity, User user) {
        session.createMutationQuery("delete from " + entity + " where userId = :user")
                .setParameter("user", user.id())
                .executeUpdate();
    }

    private static void requireAnother(StatelessSession session, User administrator) {
        boolean last = administrator.isAdministrator()
                && users(session, new Conditions().add("u.id <> :id", "id", administrator.id()), Integer.MAX_VALUE)
                        .stream()
                        .noneMatch(User::isAdministrator);
        if (last) {
            throw new UserFailure.LastAdministrator(administrator.name());
        }
    }

    @Override
    public Optional<User> named(String name) {
        return users(new Conditions().add("u.nameFolded = :name", "name", Stored.folded(Stored.text(name))), 1).stream()
                .findFirst();
    }

    private static Conditions named(User user) {
        return new Conditions().add("u.nameFolded = :name", "name", Stored.folded(user.name()));
    }

    @Override
    public Optional<User> find(String id) {
        return users(withId(id), 1).stream().findFirst();
    }

    private static Conditions withId(String id) {
        return new Conditions().add("u.id = :id", "id", Stored.text(id));
    }

    @Override
    public List<User> page(Optional<String> after, int limit) {
        Conditions conditions = new Conditions();
        after.ifPresent(name -> conditions.add("u.nameFolded > :name", "name", Stored.folded(Stored.text(name))));
        return users(conditions, limit);
    }

    @Override
    public boolean isEmpty() {
        return users(new Conditions(), 1).isEmpty();
    }

    private List<User> users(Conditions conditions, int limit) {
        return sessions.read("looking for users", session -> users(session, conditions, limit));
    }

    private static List<User> users(StatelessSession session, Conditions conditions, int limit) {
        List<UserEntity> found = conditions
                .select(session, USERS, BY_NAME, UserEntity.class)
                .setMaxResults(limit)
                .getResultList();
        if (found.isEmpty()) {
            return List.of();
        }
        List<GrantEntity> grants = session.createSelectionQuery(
                        "from GrantEntity g where g.userId in (:users)", GrantEntity.class)
                .setParameterList("users", found.stream().map(UserEntity::id).toList())
                .getResultList();
        return found.stream().map(user -> user.toUser(grants)).toList();
    }
}
