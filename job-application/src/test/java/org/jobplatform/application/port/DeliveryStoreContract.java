package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;
import static org.jobplatform.application.port.RunExamples.OTHER_NODE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStore} keeps to. */
public interface DeliveryStoreContract extends StoredRuns {
    /** Longer than any attempt of these tests. */
    Duration LEASE = Duration.ofMinutes(1);

    /** How the addresses of one receiver begin. */
    String LANE = "https://receiver.example";

    /** The deliveries; of the same storage as {@link #runs}. */
    DeliveryStore deliveries();

    @Test
    default void timeShouldNotGoBack() {
        Instant before = deliveries().time();

        assertThat(deliveries().time()).isAfterOrEqualTo(before);
    }

    @Test
    default void claimShouldGiveWhatIsDueAsItWasAddedButClaimed() {
        Delivery added = ended("one", NOW);

        assertThat(claim(NOW)).containsExactly(added.claimed(claimOf(NODE, NOW)).withVersion(2));
        assertThat(deliveries().of(added.run()))
                .containsExactly(added.claimed(claimOf(NODE, NOW)).withVersion(2));
    }

    @Test
    default void claimShouldGiveTheLongestDueOfALaneFirst() {
        ended("second", LANE + "/2", NOW.minusSeconds(5));
        ended("third", LANE + "/3", NOW);
        ended("first", LANE + "/1", NOW.minusSeconds(9));

        assertThat(claim(NOW))
                .extracting(delivery -> delivery.id().value())
                .containsExactly("first", "second", "third");
    }

    @Test
    default void claimShouldGiveNoMoreThanALaneHasPlaces() {
        for (int i = 0; i < 3; i++) {
            ended("one-" + i, LANE + "/" + i, NOW.minusSeconds(9 - i));
            ended("other-" + i, "http://other.example/" + i, NOW.minusSeconds(9 - i));
        }

        assertThat(claim(NOW, Map.of(LANE + ":443", 1, "http://other.example:80", 2)))
                .extracting(delivery -> delivery.id().value())
                .containsExactlyInAnyOrder("one-0", "other-0", "other-1");
        assertThat(claim(NOW))
                .extracting(delivery -> delivery.id().value())
                .containsExactlyInAnyOrder("one-1", "one-2", "other-2");
    }

    @Test
    default void claimShouldLeaveWhatIsNotDue() {
        ended("later", NOW.plusSeconds(1));

        assertThat(claim(NOW, Map.of("https://later.example:443", 9))).isEmpty();
        assertThat(claim(NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    default void claimShouldLeaveOtherLanesAlone() {
        ended("busy", "https://busy.example/a", NOW.minusSeconds(9));
        ended("busy-too", "https://BUSY.example:443/b", NOW.minusSeconds(8));
        Delivery free = ended("free", "https://busy.example:8443/a", NOW);

        assertThat(claim(NOW, Map.of("https://busy.example:8443", 10)))
                .extracting(Delivery::id)
                .containsExactly(free.id());
    }

    @Test
    default void deliveryShouldBeClaimedAlreadyWhenItIsAddedWithAClaim() {
        Run ended = claimed(kept("job"), "run").end(new RunOutcome.Completed(), NOW);
        Delivery added = RunExamples.delivery(ended, "mine", NOW).claimed(claimOf(NODE, NOW));
        runs().finish(ended, Optional.of(added));

        assertThat(deliveries().of(ended.id())).containsExactly(added.withVersion(1));
        assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(attempt(added.withVersion(1), new DeliveryResult.Confirmed(200), NOW)
                        .status())
                .isEqualTo(Delivery.Status.CONFIRMED);
    }

    @Test
    default void claimShouldHoldUntilItsEnd() {
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
        assertThat(deliveries().pendingLanes()).isEmpty();
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
            ended("delivery-" + i, LANE + "/" + i, NOW);
        }

        Map<String, Integer> three = Map.of(LANE + ":443", 3);
        Race<List<Delivery>> race = Race.among(8, (number, line) -> {
            List<Delivery> all = new ArrayList<>();
            line.cross();
            List<Delivery> some = claim(NOW, three);
            while (!some.isEmpty() && all.size() < 1_000) {
                all.addAll(some);
                some = claim(NOW, three);
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
            Instant at = deliveries().of(delivery.run()).getFirst().dueAt();
            Delivery claimed = claim(at).getFirst();
            made.add(new DeliveryAttempt(claimed.attempts() + 1, at, Duration.ofMillis(1_234), result));
            deliveries().record(claimed.record(made.getLast(), at.plusSeconds(2), 0), made.getLast());
        }

        assertThat(deliveries().attempts(delivery.id())).containsExactlyElementsOf(made);
        assertThat(deliveries().attempts(new DeliveryId("never"))).isEmpty();
    }

    @Test
    default void pendingLanesShouldSayWhenTheFirstOfALaneCanBeClaimed() {
        ended("later", LANE + "/later", NOW.plusSeconds(60));
        ended("sooner", LANE + "/sooner", NOW.plusSeconds(30));
        ended("elsewhere", "http://elsewhere.example/", NOW);

        assertThat(deliveries().pendingLanes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(LANE + ":443", NOW.plusSeconds(30), "http://elsewhere.example:80", NOW));
    }

    @Test
    default void pendingLaneShouldSayTheEndOfTheClaimWhenItsDeliveryIsClaimed() {
        ended("one", NOW);
        claim(NOW);

        assertThat(deliveries().pendingLanes()).containsValues(NOW.plus(LEASE));
    }

    @Test
    default void giveBackShouldLetOthersClaimAtOnceAndRefuseALateRecord() {
        Delivery added = ended("one", NOW);
        Delivery late = claim(NOW).getFirst();

        assertThat(deliveries().giveBack(NODE, 10)).isEqualTo(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> attempt(late, new DeliveryResult.Confirmed(200), NOW.plusSeconds(1)));
        assertThat(deliveries().attempts(added.id())).isEmpty();
        assertThat(deliveries().of(added.run())).containsExactly(added.withVersion(3));
        assertThat(claim(NOW)).extracting(Delivery::id).containsExactly(added.id());
    }

    @Test
    default void giveBackShouldKeepToItsOwnerAndLimit() {
        for (int i = 0; i < 3; i++) {
            ended("delivery-" + i, NOW);
        }
        claim(NOW);
        ended("of-another", NOW);
        deliveries().claim(claimOf(OTHER_NODE, NOW), NOW, Map.of("https://of-another.example:443", 1));

        assertThat(deliveries().giveBack(NODE, 2)).isEqualTo(2);
        assertThat(deliveries().giveBack(NODE, 2)).isEqualTo(1);
        assertThat(deliveries().giveBack(NODE, 2)).isZero();
        assertThat(claim(NOW)).hasSize(3);
    }

    @Test
    default void giveBackShouldLeaveWhatIsRecorded() {
        ended("one", NOW);
        Delivery kept = attempt(claim(NOW).getFirst(), new DeliveryResult.Unreachable("refused"), NOW);

        assertThat(kept.claim()).isEmpty();
        assertThat(deliveries().giveBack(NODE, 10)).isZero();
        assertThat(deliveries().of(kept.run())).containsExactly(kept);
    }

    @Test
    default void addShouldBeRefusedWhenTheNumberIsTaken() {
        Delivery first = ended("first", NOW);
        Delivery second = deliveries().add(again(first, "second", 2));

        assertThatExceptionOfType(DeliveryFailure.NumberTaken.class)
                .isThrownBy(() -> deliveries().add(again(first, "another", 2)));
        assertThat(deliveries().of(first.run())).hasSize(2).contains(second);
    }

    @Test
    default void oneRedeliveryShouldGetTheNumberWhenManyRace() {
        Delivery first = ended("first", NOW);

        Race<Delivery> race = Race.among(16, (number, line) -> {
            Delivery mine = again(first, "again-" + number, 2);
            line.cross();
            return deliveries().add(mine);
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(DeliveryFailure.NumberTaken.class);
    }

    @Test
    default void latestShouldSayHowFarTheLatestDeliveryOfEachRunHasCome() {
        Delivery told = ended("told", NOW);
        attempt(claim(NOW).getFirst(), new DeliveryResult.Confirmed(200), NOW);
        Delivery again = ended("again", NOW);
        attempt(claim(NOW).getFirst(), new DeliveryResult.Rejected(410, Optional.empty()), NOW);
        deliveries().add(again(again, "again-2", 2));

        assertThat(deliveries().latest(List.of(told.run(), again.run(), new RunId("never"))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(told.run(), Delivery.Status.CONFIRMED, again.run(), Delivery.Status.PENDING));
        assertThat(deliveries().latest(List.of())).isEmpty();
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

    /** Everything that can be claimed. */
    private List<Delivery> claim(Instant now) {
        Map<String, Integer> places = new HashMap<>();
        deliveries().pendingLanes().forEach((lane, due) -> places.put(lane, 100));
        return claim(now, places);
    }

    private List<Delivery> claim(Instant now, Map<String, Integer> places) {
        return deliveries().claim(claimOf(NODE, now), now, places);
    }

    private static DeliveryClaim claimOf(Owner owner, Instant now) {
        return new DeliveryClaim(owner, now.plus(LEASE));
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
