package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;

/**
 * Attempts keep the schedule of their dialect. None comes earlier than a tenth of its wait; in peace, and unless others fill
 * the places of their receiver, none comes later than {@link #LATE} either. An attempt whose record was lost is made again
 * under its number, at any time.
 */
final class CallbackSchedule implements Rule {
    /** The loop looks each second, and a clock may go wrong by a part of another between two looks at the store's. */
    private static final Duration LATE = Duration.ofSeconds(3);

    /** As many as a receiver gets at once. */
    private static final int PLACES = 4;

    private static final List<Duration> NATIVE = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final List<Duration> INFORMATICA = List.of(
            Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));

    @Override
    public String id() {
        return "C11";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Map<DeliveryId, List<Receipt>> receipts = new HashMap<>();
        history.receipts()
                .forEach(receipt -> receipts.computeIfAbsent(receipt.delivery().id(), id -> new ArrayList<>())
                        .add(receipt));
        List<String> broken = new ArrayList<>();
        receipts.values()
                .forEach(all -> all.forEach(later -> tooEarly(all, later).ifPresent(broken::add)));
        for (DeliveryCommit commit : history.deliveries()) {
            if (!commit.delivery().isSettled()) {
                tooLate(history, receipts.getOrDefault(commit.delivery().id(), List.of()), commit)
                        .ifPresent(broken::add);
            }
        }
        return broken;
    }

    private static Optional<String> tooEarly(List<Receipt> all, Receipt later) {
        if (later.attempt() == 1) {
            return Optional.empty();
        }
        String who = "attempt " + later.attempt() + " of delivery "
                + later.delivery().id() + " came at " + later.when();
        Optional<Duration> before = all.stream()
                .filter(receipt -> receipt.attempt() == later.attempt() - 1)
                .map(Receipt::end)
                .min(Comparator.naturalOrder());
        if (before.isEmpty()) {
            return Optional.of(who + " without the one before it");
        }
        Duration shortest =
                delay(later.delivery(), later.attempt() - 1).multipliedBy(9).dividedBy(10);
        return later.when().time().compareTo(before.get().plus(shortest)) >= 0
                ? Optional.empty()
                : Optional.of(who + ", and the one before it was over at " + before.get());
    }

    private static Optional<String> tooLate(ClusterHistory history, List<Receipt> all, DeliveryCommit commit) {
        Delivery kept = commit.delivery();
        Duration from = commit.when().time();
        Duration latest =
                from.plus(delay(kept, kept.attempts())).plus(asked(all, kept)).plus(LATE);
        boolean made = all.stream()
                .anyMatch(receipt -> receipt.attempt() == kept.attempts() + 1
                        && receipt.when().time().compareTo(latest) <= 0);
        return made || isDisturbed(history, kept, from, latest)
                ? Optional.empty()
                : Optional.of(
                        "attempt " + (kept.attempts() + 1) + " of delivery " + kept.id() + " was to come by " + latest);
    }

    private static Duration asked(List<Receipt> all, Delivery kept) {
        return all.stream()
                .filter(receipt -> receipt.attempt() == kept.attempts())
                .map(Receipt::asked)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static boolean isDisturbed(ClusterHistory history, Delivery kept, Duration from, Duration to) {
        boolean faults = history.faults().stream()
                .anyMatch(fault ->
                        fault.when().time().compareTo(to) <= 0 && fault.until().compareTo(from) >= 0);
        return faults || busy(history, kept, from, to) >= PLACES;
    }

    private static long busy(ClusterHistory history, Delivery kept, Duration from, Duration to) {
        return history.receipts().stream()
                .filter(receipt ->
                        receipt.delivery().target().lane().equals(kept.target().lane()))
                .filter(receipt -> receipt.when().time().compareTo(to) <= 0)
                .filter(receipt -> receipt.when().time().plus(receipt.lasted()).compareTo(from) >= 0)
                .count();
    }

    /** The wait that follows on so many attempts. */
    private static Duration delay(Delivery delivery, int attempt) {
        if (attempt == 0) {
            return Duration.ZERO;
        }
        if (delivery.policy() == DeliveryPolicy.NATIVE) {
            return NATIVE.get(attempt - 1);
        }
        return attempt <= INFORMATICA.size() ? INFORMATICA.get(attempt - 1) : Duration.ofMinutes(3);
    }
}
