package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jobplatform.application.execution.Recent;
import org.jobplatform.application.limit.FailedLogins;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;

/**
 * Proves who somebody is. Tokens and keys are looked up by their digest: they are long and made by chance, so a fast digest
 * hides them, and a lookup takes the same time however much of one was guessed. What was proved holds for a second: a client
 * that asks often is not looked up each time, and one whose credential or grants were taken away on another node is without
 * them after it.
 * Whoever fails often is slowed down, here for every interface: see {@link FailedLogins}.
 */
public final class Credentials {
    private static final Duration TOUCH_AFTER = Duration.ofSeconds(30);

    private final UserStore users;
    private final SessionStore sessions;
    private final ApiKeyStore keys;
    private final PasswordHasher passwords;
    private final IdSource ids;
    private final InstantSource clock;
    private final String hashOfNobody;
    private final Recent<String, Principal> proved;
    private final FailedLogins failures;
    private final PasswordTurns turns = new PasswordTurns();
    private final Set<String> beingTouched = ConcurrentHashMap.newKeySet();

    /**
     * Hashes one password at once, to have something to compare with when a user does not exist.
     *
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     * @param failures counts those of this node
     */
    public Credentials(
            UserStore users,
            SessionStore sessions,
            ApiKeyStore keys,
            PasswordHasher passwords,
            IdSource ids,
            InstantSource clock,
            LongSupplier nanoTime,
            FailedLogins failures) {
        this.users = users;
        this.sessions = sessions;
        this.keys = keys;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.hashOfNobody = passwords.hash(ids.secret());
        this.proved = new Recent<>(nanoTime);
        this.failures = failures;
    }

    /**
     * A session just begun.
     *
     * @param token what the client holds; known to nobody else
     * @param endsAt when it is over, however much it is used
     */
    public record Login(String token, User user, Instant endsAt) {
        @Override
        public String toString() {
            return "Login[" + user.name() + "]";
        }
    }

    /**
     * Begins a session.
     *
     * @param idle longest time without use
     * @param source the network address that the request comes from
     * @throws AccessFailure.Unauthenticated when the name or password is wrong, or the user is disabled
     * @throws org.jobplatform.application.limit.LimitFailure when the source or the account has failed too often, or too
     *     many wait for their turn
     */
    public Login logIn(String name, String password, Duration idle, String source) {
        return begin(prove(name, password, source), idle, Optional.empty());
    }

    /**
     * Begins a session by an API key, which is worth what the key is as long as that is good; the session of a session
     * would outlast its longest life. Fails as
     * {@link #authenticate(String, String)} does.
     *
     * @param idle longest time without use
     */
    public Login logIn(String key, Duration idle, String source) {
        String digest = Digest.of(key);
        failures.admitToken(digest, source);
        Instant now = clock.instant();
        Optional<ApiKey> good = key(key, digest, now);
        Optional<User> user = good.flatMap(found -> users.find(found.userId())).filter(found -> !found.disabled());
        if (user.isEmpty()) {
            failures.tokenWasWrong(digest, source);
            throw new AccessFailure.Unauthenticated();
        }
        failures.tokenWasGood(digest);
        return begin(user.get(), idle, good.map(ApiKey::keyHash));
    }

    private Login begin(User user, Duration idle, Optional<String> keyHash) {
        String token = ids.secret();
        String digest = Digest.of(token);
        Instant now = clock.instant();
        Session session = new Session(digest, user.id(), idle, now, now, keyHash);
        if (!sessions.add(session, user)) {
            throw new AccessFailure.Unauthenticated();
        }
        failures.tokenWasGood(digest);
        return new Login(token, user, session.longestEnd());
    }

    /**
     * Whoever holds this session token or API key.
     *
     * @param source the network address that the request comes from
     * @throws AccessFailure.Unauthenticated when it is unknown or expired, or its user is disabled
     * @throws org.jobplatform.application.limit.LimitFailure when the source has sent too many unknown ones
     */
    public Principal authenticate(String token, String source) {
        String digest = Digest.of(token);
        return proved.known(digest).orElseGet(() -> find(token, digest, source));
    }

    private Principal find(String token, String digest, String source) {
        failures.admitToken(digest, source);
        Optional<Principal> principal = proved.find(digest, ignored -> look(token, digest));
        if (principal.isEmpty()) {
            failures.tokenWasWrong(digest, source);
            throw new AccessFailure.Unauthenticated();
        }
        failures.tokenWasGood(digest);
        return principal.get();
    }

    private Optional<Principal> look(String token, String digest) {
        Instant now = clock.instant();
        return sessions.session(digest)
                .flatMap(session -> holder(session, now))
                .or(() -> key(token, digest, now).flatMap(key -> holder(key, now)));
    }

    private Optional<ApiKey> key(String token, String digest, Instant now) {
        return KeyToken.parse(token)
                .flatMap(form -> keys.find(form.digest()))
                .or(() -> keys.find(digest))
                .filter(key -> key.isValid(now));
    }

    private Optional<Principal> holder(Session session, Instant now) {
        return Optional.of(session)
                .filter(found -> found.isValid(now))
                .flatMap(found -> limits(found, now))
                .flatMap(limits -> principal(session.userId(), limits))
                .map(principal -> {
                    use(session, now);
                    return principal;
                });
    }

    private Optional<KeyLimits> limits(Session session, Instant now) {
        return session.keyHash().isEmpty()
                ? Optional.of(KeyLimits.NONE)
                : keys.find(session.keyHash().get())
                        .filter(key -> key.isValid(now))
                        .map(ApiKey::limits);
    }

    private Optional<Principal> holder(ApiKey key, Instant now) {
        return principal(key.userId(), key.limits()).map(principal -> {
            use(key, now);
            return principal;
        });
    }

    private Optional<Principal> principal(String userId, KeyLimits limits) {
        return users.find(userId).filter(user -> !user.disabled()).map(user -> user.principal(limits));
    }

    /** Whoever has this name and password, without a session. Fails as {@link #logIn} does. */
    public Principal authenticate(String name, String password, String source) {
        return prove(name, password, source).principal(KeyLimits.NONE);
    }

    /** Ends the session; does nothing when there is none. */
    public void logOut(String token) {
        String digest = Digest.of(token);
        sessions.endSession(digest);
        proved.forget(digest);
    }

    /** Ends every session of this user. Fails as {@link #logIn} does. */
    public void logOutEverywhere(String name, String password, String source) {
        User user = prove(name, password, source);
        sessions.endSessions(user.id());
        forget(user.id());
    }

    /** The next request of this user is looked at anew: the user or one of its credentials was changed here. */
    void forget(String userId) {
        proved.forgetAll(principal -> principal.userId().equals(userId));
    }

    /** The user of this name and password. Fails as {@link #logIn} does. */
    User prove(String name, String password, String source) {
        failures.admitPassword(name, source);
        return turns.take(() -> {
            // Others may have failed while this one waited for its turn.
            failures.admitPassword(name, source);
            Optional<User> user = match(name, password);
            if (user.isEmpty()) {
                failures.passwordWasWrong(name, source);
                throw new AccessFailure.Unauthenticated();
            }
            failures.passwordWasRight(name, source);
            return user.get();
        });
    }

    private Optional<User> match(String name, String password) {
        // No name holds a NUL, and not every store can be asked for one.
        Optional<User> user = name.indexOf('\0') < 0 ? users.named(name) : Optional.empty();
        boolean matches =
                passwords.matches(password, user.map(User::passwordHash).orElse(hashOfNobody));
        return user.filter(found -> matches && !found.disabled());
    }

    private void use(Session session, Instant now) {
        Duration half = session.idle().dividedBy(2);
        Duration patience = half.compareTo(TOUCH_AFTER) < 0 ? half : TOUCH_AFTER;
        if (Duration.between(session.lastUsedAt(), now).compareTo(patience) > 0) {
            touch(session.tokenHash(), () -> sessions.touch(session.tokenHash(), now));
        }
    }

    private void use(ApiKey key, Instant now) {
        boolean lately = key.lastUsedAt()
                .filter(used -> Duration.between(used, now).compareTo(TOUCH_AFTER) <= 0)
                .isPresent();
        if (!lately) {
            touch(key.id(), () -> keys.touch(key.id(), now));
        }
    }

    /** Notes a use, unless another request is about to: of many that come together one writes, and none waits for it. */
    private void touch(String credential, Runnable write) {
        if (beingTouched.add(credential)) {
            try {
                write.run();
            } finally {
                beingTouched.remove(credential);
            }
        }
    }
}
