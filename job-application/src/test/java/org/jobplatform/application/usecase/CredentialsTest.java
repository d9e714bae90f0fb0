package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jobplatform.application.limit.FailedLogins;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.FastPasswordHasher;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final String SOURCE = "203.0.113.7";

    private final SettableTime time = new SettableTime(RunExamples.NOW);
    private final InMemoryStorage storage = new InMemoryStorage(time);
    private final SequentialIds ids = new SequentialIds();
    private final CountingHasher passwords = new CountingHasher();
    private final Credentials credentials = new Credentials(
            storage.users(),
            storage.sessions(),
            storage.keys(),
            passwords,
            ids,
            time,
            this::nanos,
            new FailedLogins(this::nanos));
    private final AdministerUsers administer =
            new AdministerUsers(storage.users(), storage.keys(), passwords, ids, time);

    CredentialsTest() {
        storage.users().add(user("1", "Alice", Role.OPERATOR));
        storage.users().add(user("2", "bob", Role.VIEWER));
    }

    @Test
    void userShouldBeKnownByTheTokenOfItsLogin() {
        Credentials.Login login = credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE);

        assertThat(credentials.authenticate(login.token(), SOURCE).name()).isEqualTo("Alice");
        assertThat(credentials.authenticate(login.token(), SOURCE).grants())
                .isEqualTo(Grants.everywhere(Role.OPERATOR));
        assertThat(login.toString()).doesNotContain(login.token());
    }

    @Test
    void failureShouldBeTheSameWhateverWasWrong() {
        int before = passwords.compared;
        List<String> messages = new ArrayList<>();
        messages.add(refusal(() -> credentials.logIn("alice", "wrong", IDLE, SOURCE)));
        messages.add(refusal(() -> credentials.logIn("nobody", "secret-of-nobody", IDLE, SOURCE)));
        messages.add(refusal(() -> credentials.logIn("al\0ice", "secret-of-Alice", IDLE, SOURCE)));
        messages.add(refusal(() -> credentials.authenticate("alice", "", SOURCE)));
        assertThat(passwords.compared - before).isEqualTo(4);
        messages.add(refusal(() -> credentials.authenticate("no-token", SOURCE)));
        messages.add(refusal(() -> credentials.authenticate("", SOURCE)));

        assertThat(messages).containsOnly(messages.getFirst());
    }

    @Test
    void apiKeyShouldBeginASession() {
        KeyLimits limits = new KeyLimits(
                Optional.of(Role.VIEWER), Optional.of(time.instant().plusSeconds(60)));
        storage.keys().save(ApiKey.unused("key", "ci", Digest.of("the key"), "1", RunExamples.NOW, limits));
        Credentials.Login login = credentials.logIn("the key", IDLE, SOURCE);

        assertThat(login.user().name()).isEqualTo("Alice");
        assertThat(login.token()).isNotEqualTo("the key");
        assertThat(credentials.authenticate(login.token(), SOURCE).name()).isEqualTo("Alice");
        assertThat(credentials.authenticate(login.token(), SOURCE).grants()).isEqualTo(Grants.everywhere(Role.VIEWER));
        refusal(() -> credentials.logIn(login.token(), IDLE, SOURCE));
        refusal(() -> credentials.logIn("unknown", IDLE, SOURCE));
        time.advance(Duration.ofSeconds(60));
        refusal(() -> credentials.logIn("the key", IDLE, SOURCE));
        refusal(() -> credentials.authenticate(login.token(), SOURCE));
    }

    @Test
    void sessionShouldEndWhenItWasIdle() {
        String token =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        time.advance(IDLE.minusSeconds(1));
        credentials.authenticate(token, SOURCE);
        time.advance(IDLE.minusSeconds(1));
        credentials.authenticate(token, SOURCE);
        time.advance(IDLE);

        refusal(() -> credentials.authenticate(token, SOURCE));
    }

    @Test
    void sessionShouldLastWhileItIsUsedHoweverShortItsIdleTime() {
        String token = credentials
                .logIn("alice", "secret-of-Alice", Duration.ofSeconds(20), SOURCE)
                .token();
        for (int i = 0; i < 10; i++) {
            time.advance(Duration.ofSeconds(15));
            assertThat(credentials.authenticate(token, SOURCE).name()).isEqualTo("Alice");
        }
        time.advance(Duration.ofSeconds(20));
        refusal(() -> credentials.authenticate(token, SOURCE));
    }

    @Test
    void sessionShouldEndAfterTwelveHoursHoweverMuchItIsUsed() {
        String token =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        for (int i = 0; i < 48; i++) {
            credentials.authenticate(token, SOURCE);
            time.advance(Duration.ofMinutes(15));
        }

        refusal(() -> credentials.authenticate(token, SOURCE));
    }

    @Test
    void onlyItsOwnSessionShouldEndAtALogout() {
        String first =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        String second =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        credentials.logOut(first);
        credentials.logOut(first);

        refusal(() -> credentials.authenticate(first, SOURCE));
        assertThat(credentials.authenticate(second, SOURCE).name()).isEqualTo("Alice");
    }

    @Test
    void everySessionOfOneUserShouldEndAtALogoutEverywhere() {
        String first =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        String second =
                credentials.logIn("ALICE", "secret-of-Alice", IDLE, SOURCE).token();
        String other = credentials.logIn("bob", "secret-of-bob", IDLE, SOURCE).token();
        refusal(() -> credentials.logOutEverywhere("alice", "wrong", SOURCE));
        assertThat(credentials.authenticate(first, SOURCE).name()).isEqualTo("Alice");
        credentials.logOutEverywhere("alice", "secret-of-Alice", SOURCE);

        refusal(() -> credentials.authenticate(first, SOURCE));
        refusal(() -> credentials.authenticate(second, SOURCE));
        assertThat(credentials.authenticate(other, SOURCE).name()).isEqualTo("bob");
    }

    @Test
    void keyShouldBeGoodUntilItExpires() {
        storage.keys()
                .save(ApiKey.unused(
                        "ci",
                        "ci",
                        Digest.of("the-key"),
                        "2",
                        RunExamples.NOW,
                        new KeyLimits(Optional.empty(), Optional.of(RunExamples.NOW.plusSeconds(60)))));
        assertThat(credentials.authenticate("the-key", SOURCE).name()).isEqualTo("bob");
        time.advance(Duration.ofSeconds(60));

        refusal(() -> credentials.authenticate("the-key", SOURCE));
    }

    @Test
    void keyShouldHaveItsLimitsAndNoteItsUseEveryHalfMinute() {
        Principal bob = credentials.authenticate("bob", "secret-of-bob", SOURCE);
        MakeApiKey make = new MakeApiKey(storage.users(), storage.keys(), ids, time);
        MakeApiKey.Made made = make.make("bob", "ci", new KeyLimits(Optional.of(Role.VIEWER), Optional.empty()), bob);

        Principal byKey = credentials.authenticate(made.token(), SOURCE);
        assertThat(byKey.limits().cap()).contains(Role.VIEWER);
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(lastUse(made)).contains(RunExamples.NOW);
        time.advance(Duration.ofSeconds(30));
        credentials.authenticate(made.token(), SOURCE);
        assertThat(lastUse(made)).contains(RunExamples.NOW);
        time.advance(Duration.ofSeconds(1));
        credentials.authenticate(made.token(), SOURCE);
        assertThat(lastUse(made)).contains(time.instant());
    }

    @Test
    void useOfAKeyShouldBeNotedByOneOfTheRequestsThatComeTogether() {
        storage.keys().save(ApiKey.unused("key", "ci", Digest.of("the key"), "1", RunExamples.NOW, KeyLimits.NONE));
        KeysInUse keys = new KeysInUse(storage.keys());
        Credentials shared = new Credentials(
                storage.users(),
                storage.sessions(),
                keys,
                passwords,
                ids,
                time,
                this::nanos,
                new FailedLogins(this::nanos));
        keys.meanwhile = () -> shared.authenticate("the key", SOURCE);

        shared.authenticate("the key", SOURCE);

        assertThat(keys.touched).isEqualTo(1);
        time.advance(Duration.ofSeconds(31));
        shared.authenticate("the key", SOURCE);
        assertThat(keys.touched).isEqualTo(2);
    }

    /** Lets another request come while a use is noted. */
    private static final class KeysInUse implements ApiKeyStore {
        private final ApiKeyStore keys;
        private Runnable meanwhile = () -> {};
        private int touched;

        KeysInUse(ApiKeyStore keys) {
            this.keys = keys;
        }

        @Override
        public void touch(String id, Instant usedAt) {
            touched++;
            if (touched < 10) {
                meanwhile.run();
            }
            keys.touch(id, usedAt);
        }

        @Override
        public Optional<ApiKey> find(String keyHash) {
            return keys.find(keyHash);
        }

        @Override
        public void save(ApiKey key) {
            keys.save(key);
        }

        @Override
        public List<ApiKey> of(String userId) {
            return keys.of(userId);
        }

        @Override
        public boolean delete(String userId, String id) {
            return keys.delete(userId, id);
        }
    }

    private Optional<Instant> lastUse(MakeApiKey.Made made) {
        return storage.keys().of("2").stream()
                .filter(key -> key.id().equals(made.key().id()))
                .findFirst()
                .flatMap(ApiKey::lastUsedAt);
    }

    @Test
    void keyShouldBeRefusedWhenItsIdOrItsSecretIsOfAnother() {
        Principal bob = credentials.authenticate("bob", "secret-of-bob", SOURCE);
        MakeApiKey make = new MakeApiKey(storage.users(), storage.keys(), ids, time);
        String one = make.make("bob", "one", KeyLimits.NONE, bob).token();
        String two = make.make("bob", "two", KeyLimits.NONE, bob).token();
        String mixed = one.substring(0, one.lastIndexOf('_') + 1) + two.substring(two.lastIndexOf('_') + 1);

        assertThat(mixed).isNotIn(one, two);
        refusal(() -> credentials.authenticate(mixed, SOURCE));
        refusal(() -> credentials.authenticate(one.substring(one.lastIndexOf('_') + 1), SOURCE));
        assertThat(credentials.authenticate(one, SOURCE).name()).isEqualTo("bob");
    }

    @Test
    void changedGrantsShouldHoldAfterASecond() {
        Credentials.Login login = credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE);
        assertThat(credentials.authenticate(login.token(), SOURCE).grants())
                .isEqualTo(Grants.everywhere(Role.OPERATOR));
        storage.users().change("1", user -> user.withGrants(Grants.NONE, false));
        time.advance(Duration.ofSeconds(1));

        assertThat(credentials.authenticate(login.token(), SOURCE).grants()).isEqualTo(Grants.NONE);
    }

    @Test
    void disabledUserShouldGetInByNothing() {
        Credentials.Login login = credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE);
        storage.users().change("1", user -> user.withGrants(user.grants(), true));

        refusal(() -> credentials.authenticate(login.token(), SOURCE));
        refusal(() -> credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE));
        refusal(() -> credentials.authenticate("alice", "secret-of-Alice", SOURCE));
    }

    @Test
    void administratorShouldGetInWithTheLatestPasswordAndKeyOnly() {
        administer.reset("first", "key-1");
        String session = credentials.logIn("admin", "first", IDLE, SOURCE).token();
        assertThat(credentials.authenticate("key-1", SOURCE).grants()).isEqualTo(Grants.everywhere(Role.ADMIN));
        String id = credentials.authenticate("key-1", SOURCE).userId();
        administer.reset("second", "key-2");
        time.advance(Duration.ofSeconds(1));

        refusal(() -> credentials.logIn("admin", "first", IDLE, SOURCE));
        refusal(() -> credentials.authenticate("key-1", SOURCE));
        refusal(() -> credentials.authenticate(session, SOURCE));
        assertThat(credentials.authenticate("admin", "second", SOURCE).userId()).isEqualTo(id);
        assertThat(credentials.authenticate("key-2", SOURCE).userId()).isEqualTo(id);
    }

    @Test
    void administratorShouldBeOneAgainWhenItsRoleWasTaken() {
        storage.users().add(user("3", "admin", Role.VIEWER));
        administer.reset("new", "key");

        assertThat(credentials.authenticate("key", SOURCE).grants()).isEqualTo(Grants.everywhere(Role.ADMIN));
        assertThat(credentials.authenticate("key", SOURCE).userId()).isEqualTo("3");
    }

    @Test
    void tokenShouldHoldForASecondWhenItsSessionWasEndedElsewhere() {
        Credentials.Login login = credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE);
        credentials.authenticate(login.token(), SOURCE);
        storage.sessions().endSessions(login.user().id());

        assertThat(credentials.authenticate(login.token(), SOURCE).name()).isEqualTo("Alice");
        time.advance(Duration.ofSeconds(1));
        refusal(() -> credentials.authenticate(login.token(), SOURCE));
    }

    @Test
    void guessesShouldNotBeComparedWhenTheirSourceMustWait() {
        for (int guess = 0; guess < 11; guess++) {
            refusal(() -> credentials.logIn("alice", "wrong", IDLE, SOURCE));
        }
        int before = passwords.compared;

        assertThatExceptionOfType(LimitFailure.TooMany.class)
                .isThrownBy(() -> credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE));
        assertThatExceptionOfType(LimitFailure.TooMany.class)
                .isThrownBy(() -> credentials.authenticate("bob", "secret-of-bob", SOURCE));
        assertThatExceptionOfType(LimitFailure.TooMany.class)
                .isThrownBy(() -> credentials.logOutEverywhere("alice", "secret-of-Alice", SOURCE));
        assertThat(passwords.compared).isEqualTo(before);
        assertThat(credentials
                        .authenticate("alice", "secret-of-Alice", "198.51.100.1")
                        .name())
                .isEqualTo("Alice");
        time.advance(Duration.ofSeconds(1));
        assertThat(credentials.authenticate("alice", "secret-of-Alice", SOURCE).name())
                .isEqualTo("Alice");
    }

    @Test
    void sessionShouldStayGoodWhenItsSourceSendsUnknownTokens() {
        String token =
                credentials.logIn("alice", "secret-of-Alice", IDLE, SOURCE).token();
        for (int guess = 0; guess < 1_000; guess++) {
            String unknown = "unknown " + guess;
            assertThatThrownBy(() -> credentials.authenticate(unknown, SOURCE)).isInstanceOf(RuntimeException.class);
        }

        assertThatExceptionOfType(LimitFailure.TooMany.class)
                .isThrownBy(() -> credentials.authenticate("unknown", SOURCE));
        assertThat(credentials.authenticate(token, SOURCE).name()).isEqualTo("Alice");
    }

    private long nanos() {
        return Duration.between(RunExamples.NOW, time.instant()).toNanos();
    }

    private static String refusal(ThrowingCallable attempt) {
        List<String> messages = new ArrayList<>();
        assertThatExceptionOfType(AccessFailure.Unauthenticated.class)
                .isThrownBy(attempt)
                .satisfies(refused -> messages.add(refused.getMessage()));
        return messages.getFirst();
    }

    private User user(String id, String name, Role role) {
        return new User(id, name, Grants.everywhere(role), passwords.hash("secret-of-" + name), false, RunExamples.NOW);
    }

    /** Counts how often it is made to work: as often for nobody as for somebody. */
    private static final class CountingHasher implements PasswordHasher {
        private final PasswordHasher fast = new FastPasswordHasher();
        private int compared;

        @Override
        public String hash(String password) {
            return fast.hash(password);
        }

        @Override
        public boolean matches(String password, String hash) {
            compared++;
            return fast.matches(password, hash);
        }
    }
}
