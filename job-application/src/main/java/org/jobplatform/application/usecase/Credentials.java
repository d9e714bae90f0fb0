package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jobplatform.application.execution.Recent;
import org.jobplatform.application.limit.FailedLogins;
import org.jobplatform.application.port.CredentialStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;

/**
 * Proves who somebody is. Tokens and keys are looked up by their digest: they are long and made by chance, so a fast digest
 * hides them, and a lookup takes the same time however much of one was guessed. What was proved holds for a second: a client
 * that asks often is not looked up each time, and one whose credential was taken away on another node is out after it.
 * Whoever fails often is slowed down, here for every interface: see {@link FailedLogins}.
 */
public final class Credentials {
    private static final Duration TOUCH_AFTER = Duration.ofSeconds(30);

    private final UserStore users;
    private final CredentialStore credentials;
    private final PasswordHasher passwords;
    private final IdSource ids;
    private final InstantSource clock;
    private final String hashOfNobody;
    private final Recent<String, Principal> proved;
    private final FailedLogins failures;
    private final PasswordTurns turns = new PasswordTurns();

    /**
     * Hashes one password at once, to have something to compare with when a user does not exist.
     *
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     * @param failures counts those of this node
     */
    public Credentials(
            UserStore users,
            CredentialStore credentials,
            PasswordHasher passwords,
            IdSource ids,
            InstantSource clock,
            LongSupplier nanoTime,
            FailedLogins failures) {
        this.users = users;
        this.credentials = credentials;
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
     */
    public record Login(String token, User user) {
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
     * @throws AccessFailure.Unauthenticated when the name or password is wrong
     * @throws org.jobplatform.application.limit.LimitFailure when the source or the account has failed too often, or too
     *     many wait for their turn
     */
    public Login logIn(String name, String password, Duration idle, String source) {
        return begin(prove(name, password, source), idle);
    }

    /**
     * Begins a session by an API key; the session of a session would outlast its longest life. Fails as
     * {@link #authenticate(String, String)} does.
     *
     * @param idle longest time without use
     */
    public Login logIn(String key, Duration idle, String source) {
        String digest = Digest.of(key);
        failures.admitToken(digest, source);
        Instant now = clock.instant();
        Optional<User> user = credentials
                .key(digest)
                .filter(found -> found.isValid(now))
                .flatMap(found -> users.find(found.userId()));
        if (user.isEmpty()) {
            failures.tokenWasWrong(digest, source);
            throw new AccessFailure.Unauthenticated();
        }
        failures.tokenWasGood(digest);
        return begin(user.get(), idle);
    }

    private Login begin(User user, Duration idle) {
        String token = ids.secret();
        String digest = Digest.of(token);
        Instant now = clock.instant();
        credentials.add(new Session(digest, user.id(), idle, now, now));
        failures.tokenWasGood(digest);
        return new Login(token, user);
    }

    /**
     * Whoever holds this session token or API key.
     *
     * @param source the network address that the request comes from
     * @throws AccessFailure.Unauthenticated when it is unknown or expired
     * @throws org.jobplatform.application.limit.LimitFailure when the source has sent too many unknown ones
     */
    public Principal authenticate(String token, String source) {
        String digest = Digest.of(token);
        return proved.known(digest).orElseGet(() -> find(digest, source));
    }

    private Principal find(String digest, String source) {
        failures.admitToken(digest, source);
        Optional<Principal> principal = proved.find(digest, this::look);
        if (principal.isEmpty()) {
            failures.tokenWasWrong(digest, source);
            throw new AccessFailure.Unauthenticated();
        }
        failures.tokenWasGood(digest);
        return principal.get();
    }

    private Optional<Principal> look(String digest) {
        Instant now = clock.instant();
        return credentials
                .session(digest)
                .filter(session -> session.isValid(now))
                .map(session -> use(session, now))
                .or(() ->
                        credentials.key(digest).filter(key -> key.isValid(now)).map(ApiKey::userId))
                .flatMap(users::find)
                .map(User::principal);
    }

    /** Whoever has this name and password, without a session. Fails as {@link #logIn} does. */
    public Principal authenticate(String name, String password, String source) {
        return prove(name, password, source).principal();
    }

    /** Ends the session; does nothing when there is none. */
    public void logOut(String token) {
        String digest = Digest.of(token);
        credentials.endSession(digest);
        proved.forget(digest);
    }

    /** Ends every session of this user. Fails as {@link #logIn} does. */
    public void logOutEverywhere(String name, String password, String source) {
        User user = prove(name, password, source);
        credentials.endSessions(user.id());
        proved.forgetAll(user.principal()::equals);
    }

    private User prove(String name, String password, String source) {
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
        return user.filter(found -> matches);
    }

    private String use(Session session, Instant now) {
        Duration half = session.idle().dividedBy(2);
        Duration patience = half.compareTo(TOUCH_AFTER) < 0 ? half : TOUCH_AFTER;
        if (Duration.between(session.lastUsedAt(), now).compareTo(patience) > 0) {
            credentials.touch(session.tokenHash(), now);
        }
        return session.userId();
    }
}
