package org.jobplatform.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final String HERE = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final Duration NOTHING = Duration.ZERO;

    private final ElapsedTime time = new ElapsedTime();
    private final FailedLogins failures = new FailedLogins(time);

    @Test
    void sourceShouldWaitTwiceAsLongAfterEachFailureBeyondTheFreeOnes() {
        fail(10, "alice", HERE);
        assertThat(waitFor("alice", HERE)).isEqualTo(NOTHING);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            failures.passwordWasWrong("user " + seconds, HERE);
            assertThat(waitFor("alice", HERE)).isEqualTo(Duration.ofSeconds(seconds));
            time.pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(waitFor("alice", HERE)).isEqualTo(Duration.ofNanos(1));
            time.pass(Duration.ofNanos(1));
            assertThat(waitFor("alice", HERE)).isEqualTo(NOTHING);
        }
    }

    @Test
    void otherSourcesAndAccountsShouldNotWait() {
        fail(11, "alice", HERE);

        assertThat(waitFor("alice", ELSEWHERE)).isEqualTo(NOTHING);
        assertThat(waitFor("bob", ELSEWHERE)).isEqualTo(NOTHING);
    }

    @Test
    void failuresShouldBeForgottenAfterAQuarterOfAnHour() {
        fail(11, "alice", HERE);
        time.pass(Duration.ofMinutes(15));
        fail(10, "alice", HERE);

        assertThat(waitFor("alice", HERE)).isEqualTo(NOTHING);
    }

    @Test
    void successShouldNotClearTheWayForFurtherGuesses() {
        fail(10, "alice", HERE);
        failures.passwordWasRight("own account", HERE);
        fail(1, "alice", HERE);

        assertThat(waitFor("alice", HERE)).isPositive();
    }

    @Test
    void accountShouldWaitNoLongerThanHalfAMinuteWhenManySourcesGuess() {
        for (int source = 0; source < 1_000; source++) {
            failures.passwordWasWrong("Alice", "192.0.2." + source);
        }

        assertThat(waitFor("alice", ELSEWHERE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(waitFor("bob", ELSEWHERE)).isEqualTo(NOTHING);
    }

    @Test
    void userShouldNotBeShutOutWhereItLogsInWhenOthersGuessElsewhere() {
        failures.passwordWasRight("Alice", HERE);
        for (int source = 0; source < 1_000; source++) {
            failures.passwordWasWrong("alice", "192.0.2." + source);
        }

        assertThat(waitFor("alice", HERE)).isEqualTo(NOTHING);
    }

    @Test
    void usualPlaceShouldBeNoPlaceToGuessFrom() {
        failures.passwordWasRight("alice", HERE);
        fail(11, "alice", HERE);

        assertThat(waitFor("alice", HERE)).isPositive();
    }

    @Test
    void accountsShouldBeForgottenWhenThereAreTooMany() {
        fail(21, "alice", HERE);
        for (int other = 0; other < 10_000; other++) {
            failures.passwordWasWrong("user " + other, HERE);
        }

        assertThat(waitFor("alice", ELSEWHERE)).isEqualTo(NOTHING);
    }

    @Test
    void unknownTokensBeyondTheFreeOnesShouldBeSlowedDown() {
        assertThat(wrongTokens(100)).isZero();

        assertThat(wrongTokens(1)).isEqualTo(1);
        // A good one among them must find its way: some are still looked up.
        assertThat(admitted(1_000)).isEqualTo(20);
        time.pass(Duration.ofMillis(50));
        assertThat(admitted(1_000)).isEqualTo(1);
        time.pass(Duration.ofSeconds(1));
        assertThat(admitted(1_000)).isEqualTo(1_000);
    }

    @Test
    void tokenThatWasGoodShouldBeTakenFromASourceThatMustWait() {
        failures.tokenWasGood("good");
        wrongTokens(101);
        admitted(1_000);

        assertThatCode(() -> failures.admitToken("good", HERE)).doesNotThrowAnyException();
        assertThat(admitted(1)).isZero();
    }

    @Test
    void tokenThatIsNoLongerGoodShouldCountAsUnknown() {
        failures.tokenWasGood("revoked");
        wrongTokens(101);
        admitted(1_000);
        failed(() -> failures.tokenWasWrong("revoked", HERE));

        assertThat(failed(() -> failures.admitToken("revoked", HERE))).isTrue();
    }

    @Test
    void unknownTokensShouldNotDelayLogins() {
        wrongTokens(1_000);

        assertThat(waitFor("alice", HERE)).isEqualTo(NOTHING);
    }

    private void fail(int times, String account, String source) {
        for (int time = 0; time < times; time++) {
            failures.passwordWasWrong(account, source);
        }
    }

    private Duration waitFor(String account, String source) {
        try {
            failures.admitPassword(account, source);
            return NOTHING;
        } catch (LimitFailure.TooMany refused) {
            return refused.retryAfter();
        }
    }

    /** How many of so many wrong tokens were answered with a wait. */
    private int wrongTokens(int many) {
        int refused = 0;
        for (int token = 0; token < many; token++) {
            String digest = "wrong " + token;
            refused += failed(() -> failures.tokenWasWrong(digest, HERE)) ? 1 : 0;
        }
        return refused;
    }

    private int admitted(int many) {
        int admitted = 0;
        for (int token = 0; token < many; token++) {
            String digest = "unknown " + token;
            admitted += failed(() -> failures.admitToken(digest, HERE)) ? 0 : 1;
        }
        return admitted;
    }

    private static boolean failed(Runnable step) {
        try {
            step.run();
            return false;
        } catch (LimitFailure.TooMany refused) {
            return true;
        }
    }
}
