package org.jobplatform.persistence;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery_attempt}. */
@Entity
@Table(name = "delivery_attempt")
@IdClass(DeliveryAttemptEntity.Key.class)
class DeliveryAttemptEntity {
    private enum Kind {
        CONFIRMED,
        REJECTED,
        UNREACHABLE,
        BLOCKED
    }

    @Id
    private String deliveryId;

    @Id
    private int number;

    private Instant madeAt;
    private long tookNanos;
    private String result;
    private @Nullable Integer httpStatus;
    private @Nullable Long retryAfter;
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    DeliveryAttemptEntity() {}

    static DeliveryAttemptEntity from(DeliveryId delivery, DeliveryAttempt attempt) {
        DeliveryAttemptEntity entity = new DeliveryAttemptEntity();
        entity.deliveryId = delivery.value();
        entity.number = attempt.number();
        entity.madeAt = Stored.time(attempt.at());
        entity.tookNanos = attempt.took().toNanos();
        switch (attempt.result()) {
            case DeliveryResult.Confirmed confirmed -> entity.answered(Kind.CONFIRMED, confirmed.status());
            case DeliveryResult.Rejected rejected -> {
                entity.answered(Kind.REJECTED, rejected.status());
                entity.retryAfter = Stored.nanos(rejected.retryAfter());
            }
            case DeliveryResult.Unreachable unreachable -> entity.unanswered(Kind.UNREACHABLE, unreachable.reason());
            case DeliveryResult.Blocked blocked -> entity.unanswered(Kind.BLOCKED, blocked.reason());
        }
        return entity;
    }

    DeliveryAttempt toAttempt() {
        return new DeliveryAttempt(number, madeAt, Duration.ofNanos(tookNanos), toResult());
    }

    private DeliveryResult toResult() {
        return switch (Kind.valueOf(result)) {
            case CONFIRMED -> new DeliveryResult.Confirmed(requireNonNull(httpStatus));
            case REJECTED -> new DeliveryResult.Rejected(requireNonNull(httpStatus), Stored.duration(retryAfter));
            case UNREACHABLE -> new DeliveryResult.Unreachable(requireNonNull(reason));
            case BLOCKED -> new DeliveryResult.Blocked(requireNonNull(reason));
        };
    }

    private void answered(Kind kind, int status) {
        result = kind.name();
        httpStatus = status;
    }

    private void unanswered(Kind kind, String why) {
        result = kind.name();
        reason = Stored.text(why);
    }

    String deliveryId() {
        return deliveryId;
    }

    int number() {
        return number;
    }

    Instant madeAt() {
        return madeAt;
    }

    long tookNanos() {
        return tookNanos;
    }

    String result() {
        return result;
    }

    @Nullable
    Integer httpStatus() {
        return httpStatus;
    }

    @Nullable
    Long retryAfter() {
        return retryAfter;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Identifies a row. */
    record Key(String deliveryId, int number) {}
}
