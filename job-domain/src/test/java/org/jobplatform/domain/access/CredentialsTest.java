package org.jobplatform.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Test
    void sessionShouldLastWhileItIsUsed() {
        Session session = new Session("secret-hash", "alice", IDLE, NOW, NOW.plusSeconds(600));

        assertThat(session.isValid(NOW.plusSeconds(2_399))).isTrue();
        assertThat(session.isValid(NOW.plusSeconds(2_400))).isFalse();
    }

    @Test
    void sessionShouldEndAfterItsLongestLifeHoweverMuchItIsUsed() {
        Instant end = NOW.plus(Session.LONGEST_LIFE);
        Session session = new Session("secret-hash", "alice", IDLE, NOW, end.minusSeconds(1));

        assertThat(session.isValid(end.minusMillis(1))).isTrue();
        assertThat(session.isValid(end)).isFalse();
    }

    @Test
    void sessionShouldLiveForItsIdleTimeWhenThatIsLonger() {
        Duration days = Duration.ofDays(5);
        Instant end = NOW.plus(days);

        assertThat(new Session("secret-hash", "alice", days, NOW, NOW).isValid(end.minusMillis(1)))
                .isTrue();
        assertThat(new Session("secret-hash", "alice", days, NOW, end.minusSeconds(1)).isValid(end))
                .isFalse();
    }

    @Test
    void apiKeyShouldBeGoodUntilItExpires() {
        ApiKey lasting = ApiKey.unused("key", "ci", "secret-hash", "alice", NOW, KeyLimits.NONE);
        ApiKey expiring = ApiKey.unused(
                "key",
                "ci",
                "secret-hash",
                "alice",
                NOW,
                new KeyLimits(Optional.empty(), Optional.of(NOW.plusSeconds(60))));

        assertThat(lasting.isValid(Instant.MAX)).isTrue();
        assertThat(expiring.isValid(NOW.plusSeconds(59))).isTrue();
        assertThat(expiring.isValid(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void credentialsShouldNotShowTheirHashes() {
        assertThat(new Session("secret-hash", "alice", IDLE, NOW, NOW).toString())
                .doesNotContain("secret");
        assertThat(ApiKey.unused("key", "ci", "secret-hash", "alice", NOW, KeyLimits.NONE)
                        .toString())
                .doesNotContain("secret");
        assertThat(new User("1", "alice", Grants.NONE, "secret-hash", false, NOW).toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "a/b"})
    void userShouldBeRefusedWhenTheNameIsMalformed(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new User("1", name, Grants.NONE, "hash", false, NOW));
    }
}
