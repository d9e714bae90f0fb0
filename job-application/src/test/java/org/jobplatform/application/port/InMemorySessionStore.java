package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;

/** Sessions in memory. */
final class InMemorySessionStore implements SessionStore {
    private final InMemoryStorage storage;

    InMemorySessionStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public boolean add(Session session, User proved) {
        synchronized (storage) {
            User now = storage.users.get(proved.id());
            boolean still = now != null && !now.disabled() && now.passwordHash().equals(proved.passwordHash());
            if (still) {
                storage.sessions.put(session.tokenHash(), session);
            }
            return still;
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
            storage.sessions.computeIfPresent(tokenHash, (hash, session) -> session.usedAt(usedAt));
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
}
