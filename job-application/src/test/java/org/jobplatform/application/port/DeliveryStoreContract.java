package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStore} keeps to. */
public interface DeliveryStoreContract extends StoredRuns {
    /** Longer than any attempt of these tests. */
    Duration LEASE = Duration.ofMinutes(1);

    /** The deliveries; of the same storage as {@link #runs}. */
    DeliveryStore deliveries();

    @Test
    default void claimDueShouldGiveWhatIsDueAsItWasAdded() {
        Delivery added = ended("one", NOW);

        assertThat(claim(NOW))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
                .containsExactly(added);
    }

    @Test
    default void claimDueShouldGiveTheLongestDueFirst() {
        ended("second", NOW.minusSeconds(5));
        ended("third", NOW);
        ended("first", NOW.minusSeconds(9));

        assertThat(claim(NOW))
                .extracting(delivery -> delivery.id().value())
                .containsExactly("first", "second", "third");
    }

    @Test
    default void claimDueShouldGiveNoMoreThanItsLimit() {
        ended("second", NOW);
        ended("first", NOW.minusSeconds(9));

        assertThat(deliveries().claimDue(NOW, LEASE, Set.of(), 1))
                .extracting(delivery -> delivery.id().value())
                .containsExactly("first");
        assertThat(claim(NOW)).extracting(delivery -> delivery.id().value()).containsExactly("second");
    }

    @Test
    default void claimDueShouldLeaveWhatIsNotDue() {
        ended("later", NOW.plusSeconds(1));

        assertThat(claim(NOW)).isEmpty();
        assertThat(claim(NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    default void claimDueShouldLeaveOutBusyLanes() {
        ended("busy", "https://busy.example/a", NOW.minusSeconds(9));
        ended("busy-too", "https://BUSY.example:443/b", NOW.minusSeconds(8));
        Delivery free = ended("free", "https://busy.example:8443/a", NOW);

        assertThat(deliveries().claimDue(NOW, LEASE, Set.of("https://busy.example:443"), 10))
                .extracting(Delivery::id)
                .containsExactly(free.id());
    }

    @Test
    default void claimShouldHoldUntilTheLeaseEnds() {
        ended("one", NOW);
        claim(NOW);

        assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(NOW.plus(LEASE))).hasSize(1);
    }

    @Test
    default void recordShouldGiveBackTheClaimForTheNextAttempt() {
        ended("one", NOW);
        Delivery claimed = claim(NOW).getFirst();

        Delivery kept = attempt(claimed, new DeliveryResult.Unreachable("connection refused"), NOW.plusSeconds(1));

        assertThat(kept.dueAt()).isEqualTo(NOW.plusSeconds(6));
        assertThat(claim(NOW.plusSeconds(5))).isEmpty();
        assertThat(claim(NOW.plusSeconds(6))).extracting(Delivery::attempts).containsExactly(1);
    }

    @Test
    default void recordShouldKeepTheDeliveryUnderTheNextVersion() {
        ended("one", NOW);
        Delivery claimed = claim(NOW).getFirst();
        DeliveryAttempt first = failed(1, NOW);
        Delivery after = claimed.record(first, NOW.plusSeconds(2), 0.5);

        Delivery kept = deliveries().record(after, first);

        assertThat(kept.version()).isEqualTo(after.version() + 1);
        assertThat(kept).usingRecursiveComparison().ignoringFields("version").isEqualTo(after);
        assertThat(deliveries().of(after.run())).containsExactly(kept);
    }

    @Test
    default void settledDeliveryShouldNeverBeDueAgain() {
        ended("confirmed", NOW);
        ended("refused", NOW);
        for (Delivery claimed : claim(NOW)) {
            attempt(
                    claimed,
                    claimed.id().value().equals("confirmed")
                            ? new DeliveryResult.Confirmed(200)
                            : new DeliveryResult.Rejected(410, Optional.empty()),
                    NOW);
        }

        assertThat(claim(NOW.plus(Duration.ofDays(365)))).isEmpty();
        assertThat(deliveries().nextDue()).isEmpty();
    }

    @Test
    default void recordShouldBeRefusedWhenSomebodyElseMadeTheAttempt() {
        ended("one", NOW);
        Delivery slow = claim(NOW).getFirst();
        Instant later = NOW.plus(LEASE);
        Delivery kept = attempt(claim(later).getFirst(), new DeliveryResult.Confirmed(200), later);

        assertThatIllegalStateException()
                .isThrownBy(() -> attempt(slow, new DeliveryResult.Unreachable("late"), later));
        assertThat(deliveries().of(kept.run())).containsExactly(kept);
        assertThat(deliveries().attempts(kept.id()))
                .extracting(DeliveryAttempt::result)
                .containsExactly(new DeliveryResult.Confirmed(200));
    }

    @Test
    default void oneAttemptShouldBeKeptWhenManyRecordsRace() {
        ended("one", NOW);
        Delivery claimed = claim(NOW).getFirst();

        Race<Delivery> race = Race.among(16, (number, line) -> {
            line.cross();
            return attempt(claimed, new DeliveryResult.Rejected(500 + number, Optional.empty()), NOW);
        });

        assertThat(race.wins()).isEqualTo(deliveries().of(claimed.run()));
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(IllegalStateException.class);
        assertThat(deliveries().attempts(claimed.id())).hasSize(1);
    }

    @Test
    default void noDeliveryShouldBeGivenTwiceWhenManyClaim() {
        for (int i = 0; i < 40; i++) {
            ended("delivery-" + i, NOW);
        }

        Race<List<Delivery>> race = Race.among(8, (number, line) -> {
            List<Delivery> all = new ArrayList<>();
            line.cross();
            List<Delivery> some = deliveries().claimDue(NOW, LEASE, Set.of(), 3);
            while (!some.isEmpty() && all.size() < 1_000) {
                all.addAll(some);
                some = deliveries().claimDue(NOW, LEASE, Set.of(), 3);
            }
            return all;
        });

        List<Delivery> claimed = new ArrayList<>(claim(NOW));
        race.wins().forEach(claimed::addAll);
        assertThat(race.losses()).isEmpty();
        assertThat(claimed).hasSize(40).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    default void addShouldAddARedeliveryThatIsDueBesideTheOthers() {
        Delivery first = ended("first", NOW);
        attempt(claim(NOW).getFirst(), new DeliveryResult.Confirmed(200), NOW);

        Delivery added = deliveries().add(again(first, "second", 2));

        assertThat(deliveries().of(first.run())).extracting(Delivery::number).containsExactly(1, 2);
        assertThat(deliveries().of(first.run())).contains(added);
        assertThat(claim(NOW)).extracting(Delivery::id).containsExactly(added.id());
    }

    @Test
    default void ofShouldGiveTheDeliveriesOfTheRunInTheOrderOfTheirNumbers() {
        Delivery first = ended("zzz", NOW);
        ended("other", NOW);
        deliveries().add(again(first, "mmm", 2));
        deliveries().add(again(first, "aaa", 3));

        assertThat(deliveries().of(first.run())).extracting(Delivery::number).containsExactly(1, 2, 3);
        assertThat(deliveries().of(new RunId("never"))).isEmpty();
    }

    @Test
    default void attemptsShouldGiveEveryKindOfResultInTheirOrder() {
        Delivery delivery = ended("one", NOW);
        List<DeliveryResult> results = List.of(
                new DeliveryResult.Unreachable("Überlauf \"€\""),
                new DeliveryResult.Rejected(503, Optional.of(Duration.ofMinutes(2))),
                new DeliveryResult.Rejected(500, Optional.empty()),
                new DeliveryResult.Blocked("10.0.0.1 is private"),
                new DeliveryResult.Confirmed(204));
        List<DeliveryAttempt> made = new ArrayList<>();
        for (DeliveryResult result : results) {
            Instant at = deliveries().nextDue().orElseThrow();
            Delivery claimed = claim(at).getFirst();
            made.add(new DeliveryAttempt(claimed.attempts() + 1, at, Duration.ofMillis(1_234), result));
            deliveries().record(claimed.record(made.getLast(), at.plusSeconds(2), 0), made.getLast());
        }

        assertThat(deliveries().attempts(delivery.id())).containsExactlyElementsOf(made);
        assertThat(deliveries().attempts(new DeliveryId("never"))).isEmpty();
    }

    @Test
    default void nextDueShouldBeTheEarliestOfAllThatArePending() {
        assertThat(deliveries().nextDue()).isEmpty();
        ended("later", NOW.plusSeconds(60));
        ended("sooner", NOW.plusSeconds(30));

        assertThat(deliveries().nextDue()).contains(NOW.plusSeconds(30));
    }

    @Test
    default void nextDueShouldBeTheEndOfTheLeaseWhenTheDeliveryIsClaimed() {
        ended("one", NOW);
        claim(NOW);

        assertThat(deliveries().nextDue()).contains(NOW.plus(LEASE));
    }

    private Delivery ended(String id, Instant dueAt) {
        return ended(id, "https://" + id + ".example/done", dueAt);
    }

    private Delivery ended(String id, String url, Instant dueAt) {
        Run ended = claimed(kept("job-" + id), "run-" + id).end(new RunOutcome.Completed(), NOW);
        Delivery delivery = RunExamples.delivery(ended, id, url, dueAt);
        runs().finish(ended, Optional.of(delivery));
        return delivery;
    }

    private Delivery again(Delivery first, String id, int number) {
        return RunExamples.delivery(
                stored(first.run()), id, number, first.target().url().toString(), DeliveryPolicy.NATIVE, NOW);
    }

    private List<Delivery> claim(Instant now) {
        return deliveries().claimDue(now, LEASE, Set.of(), 100);
    }

    private Delivery attempt(Delivery claimed, DeliveryResult result, Instant now) {
        DeliveryAttempt attempt = new DeliveryAttempt(claimed.attempts() + 1, now, Duration.ZERO, result);
        return deliveries().record(claimed.record(attempt, now, 0), attempt);
    }

    private static DeliveryAttempt failed(int number, Instant at) {
        return new DeliveryAttempt(
                number, at, Duration.ofSeconds(2), new DeliveryResult.Rejected(500, Optional.empty()));
    }
}
