package org.jobplatform.domain.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives whole lives of callbacks, attempt by attempt. */
class DeliveryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration NO_TIME = Duration.ZERO;
    private static final DeliveryResult DOWN = new DeliveryResult.Unreachable("connection refused");

    @Test
    void currentInformaticaShouldTry14TimesWhenTheReceiverFailsAtOnce() {
        assertThat(life(DeliveryPolicy.INFORMATICA_CURRENT, DOWN, NO_TIME, 0))
                .containsExactly(
                        "0:00", "0:00", "0:00", "0:30", "1:30", "3:30", "6:30", "9:30", "12:30", "15:30", "18:30",
                        "21:30", "24:30", "27:30");
    }

    @Test
    void currentInformaticaShouldTry12TimesWhenTheReceiverHangs30Seconds() {
        assertThat(life(DeliveryPolicy.INFORMATICA_CURRENT, DOWN, Duration.ofSeconds(30), 0))
                .containsExactly(
                        "0:00", "0:30", "1:00", "2:00", "3:30", "6:00", "9:30", "13:00", "16:30", "20:00", "23:30",
                        "27:00");
    }

    @Test
    void classicInformaticaShouldTryThreeTimesAtOnce() {
        assertThat(life(DeliveryPolicy.INFORMATICA_CLASSIC, DOWN, NO_TIME, 0)).containsExactly("0:00", "0:00", "0:00");
    }

    @Test
    void nativeShouldTryTenTimesOverThreeDays() {
        assertThat(life(DeliveryPolicy.NATIVE, DOWN, NO_TIME, 0))
                .containsExactly(
                        "0:00", "0:05", "5:05", "35:05", "155:05", "455:05", "1055:05", "1895:05", "3095:05",
                        "4535:05");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.999_999})
    void nativeWaitsShouldBeUpToATenthShorterAndNeverLonger(double chance) {
        for (int attempts = 1; attempts <= 9; attempts++) {
            Duration longest =
                    DeliveryPolicy.NATIVE.delayAfter(attempts, NO_TIME, 0).orElseThrow();
            Duration delay =
                    DeliveryPolicy.NATIVE.delayAfter(attempts, NO_TIME, chance).orElseThrow();

            assertThat(delay).isLessThanOrEqualTo(longest);
            assertThat(delay.toMillis()).isEqualTo(longest.toMillis() - (long) (longest.toMillis() * 0.1 * chance));
        }
        assertThat(DeliveryPolicy.NATIVE.delayAfter(10, NO_TIME, chance)).isEmpty();
    }

    @Test
    void timeInWhichNoServerRanShouldNotCount() {
        Delivery delivery = due(DeliveryPolicy.INFORMATICA_CURRENT);
        Instant at = NOW;
        int attempts = 0;
        while (!delivery.isSettled()) {
            // The server was down for a day before each attempt.
            at = at.plus(Duration.ofDays(1));
            delivery = attempt(delivery, DOWN, at, NO_TIME, 0);
            attempts++;
        }

        assertThat(attempts).isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource({"INFORMATICA_CURRENT, 200, CONFIRMED", "INFORMATICA_CLASSIC, 200, CONFIRMED", "NATIVE, 204, CONFIRMED"})
    void deliveryShouldBeSettledWhenItIsConfirmed(DeliveryPolicy policy, int status, Delivery.Status expected) {
        Delivery confirmed = attempt(due(policy), new DeliveryResult.Confirmed(status), NOW, NO_TIME, 0);

        assertThat(confirmed.status()).isEqualTo(expected);
        assertThat(confirmed.attempts()).isEqualTo(1);
        assertThat(confirmed.isSettled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATICA_CURRENT, 199, false",
        "INFORMATICA_CURRENT, 200, true",
        "INFORMATICA_CURRENT, 201, false",
        "INFORMATICA_CLASSIC, 200, true",
        "INFORMATICA_CLASSIC, 204, false",
        "NATIVE, 199, false",
        "NATIVE, 200, true",
        "NATIVE, 299, true",
        "NATIVE, 300, false"
    })
    void answerShouldConfirmByTheRuleOfThePolicy(DeliveryPolicy policy, int status, boolean confirms) {
        assertThat(policy.confirms(status)).isEqualTo(confirms);
    }

    @Test
    void goneShouldEndANativeDeliveryAndNoOther() {
        DeliveryResult gone = new DeliveryResult.Rejected(410, Optional.empty());

        assertThat(attempt(due(DeliveryPolicy.NATIVE), gone, NOW, NO_TIME, 0).status())
                .isEqualTo(Delivery.Status.REFUSED);
        assertThat(attempt(due(DeliveryPolicy.INFORMATICA_CURRENT), gone, NOW, NO_TIME, 0)
                        .status())
                .isEqualTo(Delivery.Status.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"NATIVE, 60, 60", "NATIVE, 1, 5", "NATIVE, 604800, 86400", "INFORMATICA_CURRENT, 60, 0"})
    void retryAfterShouldLengthenTheWaitOfANativeDeliveryUpToADay(DeliveryPolicy policy, long asked, long waited) {
        DeliveryResult busy = new DeliveryResult.Rejected(503, Optional.of(Duration.ofSeconds(asked)));

        Delivery next = attempt(due(policy), busy, NOW, NO_TIME, 0);

        assertThat(next.dueAt()).isEqualTo(NOW.plusSeconds(waited));
    }

    @Test
    void blockedAttemptShouldCountLikeAFailedOne() {
        assertThat(life(
                        DeliveryPolicy.INFORMATICA_CLASSIC,
                        new DeliveryResult.Blocked("10.0.0.1 is private"),
                        NO_TIME,
                        0))
                .hasSize(3);
    }

    @Test
    void attemptShouldLeaveWhatIsSentAsItWas() {
        Delivery before = due(DeliveryPolicy.NATIVE);

        Delivery after = attempt(before, DOWN, NOW, NO_TIME, 0);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.version()).isEqualTo(before.version());
    }

    @Test
    void attemptShouldBeRefusedWhenItIsNotTheNextOrNothingIsLeftToSend() {
        Delivery pending = due(DeliveryPolicy.NATIVE);
        Delivery settled = attempt(pending, new DeliveryResult.Confirmed(200), NOW, NO_TIME, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pending.record(new DeliveryAttempt(2, NOW, NO_TIME, DOWN), NOW, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settled.record(new DeliveryAttempt(2, NOW, NO_TIME, DOWN), NOW, 0));
    }

    /** The minutes and seconds after the end of the run at which each attempt of a whole life begins. */
    private static List<String> life(DeliveryPolicy policy, DeliveryResult result, Duration took, double chance) {
        List<String> times = new ArrayList<>();
        Delivery delivery = due(policy);
        while (!delivery.isSettled()) {
            Instant at = delivery.dueAt();
            Duration since = Duration.between(NOW, at);
            times.add("%d:%02d".formatted(since.toMinutes(), since.toSecondsPart()));
            delivery = attempt(delivery, result, at, took, chance);
        }
        assertThat(delivery.status()).isEqualTo(Delivery.Status.EXHAUSTED);
        assertThat(delivery.attempts()).isEqualTo(times.size());
        return times;
    }

    private static Delivery attempt(
            Delivery delivery, DeliveryResult result, Instant at, Duration took, double chance) {
        return delivery.record(new DeliveryAttempt(delivery.attempts() + 1, at, took, result), at.plus(took), chance);
    }

    private static Delivery due(DeliveryPolicy policy) {
        return Delivery.due(
                new DeliveryId("delivery"),
                new RunId("run"),
                ProjectPath.DEFAULT,
                1,
                Dialect.NATIVE,
                new CallbackTarget(URI.create("https://receiver.example/done")),
                new CallbackBody("application/json", "{}"),
                policy,
                NOW);
    }
}
