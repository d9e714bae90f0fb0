package org.jobplatform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;

/** Sessions in the database. */
final class HibernateSessionStore implements SessionStore {
    private static final String OVER = """
            select s.token_hash from user_session s
            where (s.created_at <= :oldest
                   and extract(epoch from (cast(:now as timestamp with time zone) - s.created_at)) * 1000000000
                       >= s.idle_nanos)
               or extract(epoch from (cast(:now as timestamp with time zone) - s.last_used_at)) * 1000000000
                  >= s.idle_nanos""";

    private final Sessions sessions;
    private final RowLocks locks;

    HibernateSessionStore(Sessions sessions, RowLocks locks) {
        this.sessions = sessions;
        this.locks = locks;
    }

    @Override
    public boolean add(Session session, User proved) {
        return sessions.write("adding a session", database -> {
            boolean still = locks.passwordForKeep(database, proved.id())
                    .filter(proved.passwordHash()::equals)
                    .isPresent();
            if (still) {
                database.insert(SessionEntity.from(session));
            }
            return still;
        });
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
    public int deleteOver(Instant now, int most) {
        return sessions.write("deleting old sessions", database -> {
            List<String> over = database.createNativeQuery(OVER, String.class)
                    .setParameter("oldest", Stored.time(now).minus(Session.LONGEST_LIFE))
                    .setParameter("now", Stored.time(now))
                    .setMaxResults(most)
                    .getResultList();
            return over.isEmpty()
                    ? 0
                    : database.createMutationQuery("delete from SessionEntity where tokenHash in (:over)")
                            .setParameterList("over", over)
                            .executeUpdate();
        });
    }
}
