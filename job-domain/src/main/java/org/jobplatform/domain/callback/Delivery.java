package org.jobplatform.domain.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;

/**
 * One callback of one run on its way to its receiver. A value: recording an attempt returns the next delivery.
 *
 * @param project of the run; its secret signs every attempt
 * @param number of the delivery among those of its run, from 1
 * @param attempts made so far
 * @param waited time spent so far on waits and attempts
 * @param dueAt time of the next attempt; meaningless once settled
 * @param claim of the node that makes the next attempt
 * @param version counts durable changes
 */
public record Delivery(
        DeliveryId id,
        RunId run,
        ProjectPath project,
        int number,
        Dialect dialect,
        CallbackTarget target,
        CallbackBody body,
        DeliveryPolicy policy,
        Status status,
        int attempts,
        Duration waited,
        Instant dueAt,
        Instant createdAt,
        Optional<DeliveryClaim> claim,
        long version) {
    /** How far a delivery has come. */
    public enum Status {
        /** Another attempt will be made. */
        PENDING,
        /** The receiver has confirmed. */
        CONFIRMED,
        /** The receiver does not want it. */
        REFUSED,
        /** The schedule ended without a confirmation. */
        EXHAUSTED
    }

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    /** @throws IllegalArgumentException when a count is out of range */
    public Delivery {
        if (number < 1 || attempts < 0 || version < 0) {
            throw new IllegalArgumentException("a delivery counts from 1, its attempts and version from 0");
        }
    }

    /** A delivery that is due at once. */
    public static Delivery due(
            DeliveryId id,
            RunId run,
            ProjectPath project,
            int number,
            Dialect dialect,
            CallbackTarget target,
            CallbackBody body,
            DeliveryPolicy policy,
            Instant now) {
        return new Delivery(
                id,
                run,
                project,
                number,
                dialect,
                target,
                body,
                policy,
                Status.PENDING,
                0,
                Duration.ZERO,
                now,
                now,
                Optional.empty(),
                0);
    }

    /** This delivery, to be attempted by a node and by nobody else until its claim ends. */
    public Delivery claimed(DeliveryClaim by) {
        return with(status, attempts, waited, dueAt, Optional.of(by), version);
    }

    /** This delivery, to be claimed by anybody. */
    public Delivery unclaimed() {
        return with(status, attempts, waited, dueAt, Optional.empty(), version);
    }

    /** This delivery as it is kept after a durable change. */
    public Delivery withVersion(long next) {
        return with(status, attempts, waited, dueAt, claim, next);
    }

    /** Says whether nothing more will be sent. */
    public boolean isSettled() {
        return status != Status.PENDING;
    }

    /**
     * This delivery after one more attempt that ended now; nobody's claim any more.
     *
     * @param chance 0 (inclusive) to 1 (exclusive), see {@link DeliveryPolicy#delayAfter}
     * @throws IllegalArgumentException when it is settled or the attempt is not the next one
     */
    public Delivery record(DeliveryAttempt attempt, Instant now, double chance) {
        if (isSettled() || attempt.number() != attempts + 1) {
            throw new IllegalArgumentException("attempt " + attempt.number() + " does not follow on delivery " + id);
        }
        Duration spent = waited.plus(attempt.took());
        return switch (attempt.result()) {
            case DeliveryResult.Confirmed ignored -> after(Status.CONFIRMED, spent, now);
            case DeliveryResult.Rejected rejected
            when policy.endsAt(rejected.status()) -> after(Status.REFUSED, spent, now);
            case DeliveryResult.Rejected rejected -> again(spent, now, chance, rejected.retryAfter());
            case DeliveryResult.Unreachable ignored -> again(spent, now, chance, Optional.empty());
            case DeliveryResult.Blocked ignored -> again(spent, now, chance, Optional.empty());
        };
    }

    private Delivery again(Duration spent, Instant now, double chance, Optional<Duration> retryAfter) {
        Optional<Duration> scheduled = policy.delayAfter(attempts + 1, spent, chance);
        if (scheduled.isEmpty()) {
            return after(Status.EXHAUSTED, spent, now);
        }
        Duration delay = retryAfter
                .filter(asked -> policy.honoursRetryAfter())
                .map(asked -> longer(scheduled.get(), asked))
                .orElse(scheduled.get());
        return after(Status.PENDING, spent.plus(delay), now.plus(delay));
    }

    private Delivery after(Status next, Duration spent, Instant due) {
        return with(next, attempts + 1, spent, due, Optional.empty(), version);
    }

    private Delivery with(
            Status nextStatus,
            int made,
            Duration spent,
            Instant due,
            Optional<DeliveryClaim> nextClaim,
            long nextVersion) {
        return new Delivery(
                id,
                run,
                project,
                number,
                dialect,
                target,
                body,
                policy,
                nextStatus,
                made,
                spent,
                due,
                createdAt,
                nextClaim,
                nextVersion);
    }

    private static Duration longer(Duration scheduled, Duration asked) {
        Duration bounded = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        return bounded.compareTo(scheduled) > 0 ? bounded : scheduled;
    }
}
