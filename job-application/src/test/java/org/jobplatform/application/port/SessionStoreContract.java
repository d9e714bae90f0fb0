package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} keeps to. */
public interface SessionStoreContract {
    /** The sessions: the same throughout a test, and none at its beginning. */
    SessionStore sessions();

    /** The users to whom they belong; of the same storage as {@link #sessions}. */
    UserStore users();

    @Test
    default void addShouldKeepASession() {
        Session session = added("token", "alice");

        assertThat(sessions().session("token")).contains(session);
        assertThat(sessions().session("TOKEN")).isEmpty();
    }

    @Test
    default void sessionShouldBeFoundWhenItIsLongOver() {
        user("alice");
        Session over = new Session("token", "alice", Duration.ofMinutes(30), Instant.EPOCH, Instant.EPOCH);

        add(over);

        assertThat(sessions().session("token")).contains(over);
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
        over.forEach(this::add);
        good.forEach(this::add);

        assertThat(sessions().deleteOver(NOW, 10)).isEqualTo(3);

        assertThat(over)
                .allSatisfy(session ->
                        assertThat(sessions().session(session.tokenHash())).isEmpty());
        assertThat(good)
                .allSatisfy(session ->
                        assertThat(sessions().session(session.tokenHash())).contains(session));
    }

    @Test
    default void deleteOverShouldDeleteNoMoreThanAsked() {
        user("alice");
        for (int i = 0; i < 3; i++) {
            add(new Session("token-" + i, "alice", Duration.ofMinutes(1), Instant.EPOCH, Instant.EPOCH));
        }

        assertThat(sessions().deleteOver(NOW, 2)).isEqualTo(2);
        assertThat(sessions().deleteOver(NOW, 2)).isEqualTo(1);
        assertThat(sessions().deleteOver(NOW, 2)).isZero();
    }

    @Test
    default void touchShouldNoteTheUseOfThatSession() {
        Session session = added("token", "alice");
        Session other = added("other", "alice");
        Instant later = NOW.plusSeconds(60);

        sessions().touch("token", later);

        assertThat(sessions().session("token"))
                .contains(new Session("token", "alice", session.idle(), session.createdAt(), later));
        assertThat(sessions().session("other")).contains(other);
    }

    @Test
    default void sessionShouldKeepTheKeyThatItWasBegunBy() {
        user("alice");
        Session session =
                new Session("token", "alice", Duration.ofMinutes(30), NOW, NOW, Optional.of("hash of the key"));
        add(session);
        sessions().touch("token", NOW.plusSeconds(60));

        assertThat(sessions().session("token")).contains(session.usedAt(NOW.plusSeconds(60)));
    }

    @Test
    default void touchShouldDoNothingWhenTheSessionIsGone() {
        added("token", "alice");
        sessions().endSession("token");

        sessions().touch("token", NOW.plusSeconds(60));

        assertThat(sessions().session("token")).isEmpty();
    }

    @Test
    default void endSessionShouldEndThatSessionAndNoOther() {
        added("token", "alice");
        Session other = added("other", "alice");

        sessions().endSession("token");
        sessions().endSession("token");

        assertThat(sessions().session("token")).isEmpty();
        assertThat(sessions().session("other")).contains(other);
    }

    @Test
    default void endSessionsShouldEndEverySessionOfTheUserAndNoOther() {
        added("token-1", "alice");
        added("token-2", "alice");
        Session bobs = added("token-3", "bob");

        sessions().endSessions("alice");

        assertThat(sessions().session("token-1")).isEmpty();
        assertThat(sessions().session("token-2")).isEmpty();
        assertThat(sessions().session("token-3")).contains(bobs);
    }

    @Test
    default void addShouldBeRefusedWhenTheUserIsNotAsItWasProved() {
        user("alice");
        User proved = users().find("alice").orElseThrow();
        Session session = new Session("token", "alice", Duration.ofMinutes(30), NOW, NOW);

        users().change("alice", user -> user.withPasswordHash("$hash$other"));
        assertThat(sessions().add(session, proved)).isFalse();
        User disabled = users().change(
                        "alice", user -> user.withPasswordHash("$hash$").withGrants(user.grants(), true))
                .orElseThrow();
        assertThat(sessions().add(session, disabled)).isFalse();
        users().delete("alice");
        assertThat(sessions().add(session, proved)).isFalse();

        assertThat(sessions().session("token")).isEmpty();
    }

    @Test
    default void noSessionShouldBeLeftOfThePasswordBeforeWhenLoginsRaceItsChange() {
        user("alice");
        User proved = users().find("alice").orElseThrow();

        Race.among(8, (number, line) -> {
            line.cross();
            return number == 0
                    ? users().change("alice", user -> user.withPasswordHash("$hash$other"))
                            .isPresent()
                    : sessions().add(new Session("token-" + number, "alice", Duration.ofHours(1), NOW, NOW), proved);
        });

        assertThat(IntStream.range(0, 8)
                        .filter(number -> sessions().session("token-" + number).isPresent()))
                .isEmpty();
    }

    private Session added(String token, String userId) {
        user(userId);
        Session session = new Session(token, userId, Duration.ofMinutes(30), NOW, NOW);
        add(session);
        return session;
    }

    private void add(Session session) {
        assertThat(sessions().add(session, users().find(session.userId()).orElseThrow()))
                .isTrue();
    }

    private void user(String id) {
        if (users().find(id).isEmpty()) {
            users().add(AccessExamples.user(id, id, Role.VIEWER));
        }
    }
}
