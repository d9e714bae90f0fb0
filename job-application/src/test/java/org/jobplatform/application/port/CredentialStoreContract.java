package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialStore} keeps to. */
public interface CredentialStoreContract {
    /** The credentials: the same throughout a test, and none at its beginning. */
    CredentialStore credentials();

    /** The users to whom they belong; of the same storage as {@link #credentials}. */
    UserStore users();

    @Test
    default void addShouldKeepASession() {
        Session session = added("token", "alice");

        assertThat(credentials().session("token")).contains(session);
        assertThat(credentials().session("TOKEN")).isEmpty();
    }

    @Test
    default void sessionShouldBeFoundWhenItIsLongOver() {
        user("alice");
        Session over = new Session("token", "alice", Duration.ofMinutes(30), Instant.EPOCH, Instant.EPOCH);

        credentials().add(over);

        assertThat(credentials().session("token")).contains(over);
    }

    @Test
    default void deleteOverShouldDeleteTheSessionsThatAreOverAndNoOther() {
        user("alice");
        Duration idle = Duration.ofMinutes(30);
        Duration life = Session.LONGEST_LIFE;
        Duration days = life.multipliedBy(10);
        List<Session> over = List.of(
                new Session("unused", "alice", idle, NOW.minus(idle), NOW.minus(idle)),
                new Session("old", "alice", idle, NOW.minus(life), NOW),
                new Session("ten lives old", "alice", days, NOW.minus(days), NOW));
        List<Session> good = List.of(
                new Session(
                        "used", "alice", idle, NOW.minus(idle), NOW.minus(idle).plusSeconds(1)),
                new Session("patient", "alice", idle.multipliedBy(2), NOW.minus(idle), NOW.minus(idle)),
                new Session("young", "alice", idle, NOW.minus(life).plusSeconds(1), NOW),
                new Session("long-lived", "alice", days, NOW.minus(days).plusSeconds(1), NOW.minusSeconds(60)));
        over.forEach(credentials()::add);
        good.forEach(credentials()::add);

        assertThat(credentials().deleteOver(NOW, 10)).isEqualTo(3);

        assertThat(over)
                .allSatisfy(session ->
                        assertThat(credentials().session(session.tokenHash())).isEmpty());
        assertThat(good)
                .allSatisfy(session ->
                        assertThat(credentials().session(session.tokenHash())).contains(session));
    }

    @Test
    default void deleteOverShouldDeleteNoMoreThanAsked() {
        user("alice");
        for (int i = 0; i < 3; i++) {
            credentials().add(new Session("token-" + i, "alice", Duration.ofMinutes(1), Instant.EPOCH, Instant.EPOCH));
        }

        assertThat(credentials().deleteOver(NOW, 2)).isEqualTo(2);
        assertThat(credentials().deleteOver(NOW, 2)).isEqualTo(1);
        assertThat(credentials().deleteOver(NOW, 2)).isZero();
    }

    @Test
    default void touchShouldNoteTheUseOfThatSession() {
        Session session = added("token", "alice");
        Session other = added("other", "alice");
        Instant later = NOW.plusSeconds(60);

        credentials().touch("token", later);

        assertThat(credentials().session("token"))
                .contains(new Session("token", "alice", session.idle(), session.createdAt(), later));
        assertThat(credentials().session("other")).contains(other);
    }

    @Test
    default void touchShouldDoNothingWhenTheSessionIsGone() {
        added("token", "alice");
        credentials().endSession("token");

        credentials().touch("token", NOW.plusSeconds(60));

        assertThat(credentials().session("token")).isEmpty();
    }

    @Test
    default void endSessionShouldEndThatSessionAndNoOther() {
        added("token", "alice");
        Session other = added("other", "alice");

        credentials().endSession("token");
        credentials().endSession("token");

        assertThat(credentials().session("token")).isEmpty();
        assertThat(credentials().session("other")).contains(other);
    }

    @Test
    default void endSessionsShouldEndEverySessionOfTheUserAndNoOther() {
        added("token-1", "alice");
        added("token-2", "alice");
        Session bobs = added("token-3", "bob");

        credentials().endSessions("alice");

        assertThat(credentials().session("token-1")).isEmpty();
        assertThat(credentials().session("token-2")).isEmpty();
        assertThat(credentials().session("token-3")).contains(bobs);
    }

    @Test
    default void saveShouldKeepAnApiKeyWhetherItExpiresOrHasExpired() {
        user("alice");
        ApiKey lasting = new ApiKey("key-1", "hash-1", "alice", NOW, Optional.empty());
        ApiKey expired = new ApiKey("key-2", "hash-2", "alice", NOW, Optional.of(Instant.EPOCH));

        credentials().save(lasting);
        credentials().save(expired);

        assertThat(credentials().key("hash-1")).contains(lasting);
        assertThat(credentials().key("hash-2")).contains(expired);
        assertThat(credentials().key("HASH-1")).isEmpty();
    }

    @Test
    default void saveShouldReplaceTheApiKeyOfThatId() {
        user("alice");
        credentials().save(new ApiKey("key", "old-hash", "alice", NOW, Optional.empty()));
        ApiKey renewed = new ApiKey("key", "new-hash", "alice", NOW, Optional.of(NOW.plusSeconds(60)));

        credentials().save(renewed);

        assertThat(credentials().key("new-hash")).contains(renewed);
        assertThat(credentials().key("old-hash")).isEmpty();
    }

    private Session added(String token, String userId) {
        user(userId);
        Session session = new Session(token, userId, Duration.ofMinutes(30), NOW, NOW);
        credentials().add(session);
        return session;
    }

    private void user(String id) {
        users().save(new User(id, id, Role.VIEWER, "$hash$", NOW));
    }
}
