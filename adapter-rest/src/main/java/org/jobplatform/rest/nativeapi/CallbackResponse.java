package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jspecify.annotations.Nullable;

/**
 * A callback of a run with every attempt.
 *
 * @param nextAttempt when the next is due; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallbackResponse(
        int number,
        String id,
        String url,
        String state,
        Instant createdAt,
        @Nullable Instant nextAttempt,
        List<Attempt> attempts) {
    /**
     * One attempt.
     *
     * @param status of the answer; absent when there was none
     * @param reason why there was none
     * @param milliseconds from sending to the answer or giving up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int number,
            Instant at,
            String result,
            @Nullable Integer status,
            @Nullable String reason,
            long milliseconds) {
        static Attempt from(DeliveryAttempt attempt) {
            return switch (attempt.result()) {
                case DeliveryResult.Confirmed(int status) -> of(attempt, "confirmed", status, null);
                case DeliveryResult.Rejected(int status, var ignored) -> of(attempt, "rejected", status, null);
                case DeliveryResult.Unreachable(String reason) -> of(attempt, "unreachable", null, reason);
                case DeliveryResult.Blocked(String reason) -> of(attempt, "blocked", null, reason);
            };
        }

        private static Attempt of(
                DeliveryAttempt attempt, String result, @Nullable Integer status, @Nullable String reason) {
            return new Attempt(
                    attempt.number(),
                    attempt.at(),
                    result,
                    status,
                    reason,
                    attempt.took().toMillis());
        }
    }

    static CallbackResponse from(CallbackQueries.History history) {
        return of(history.delivery(), history.attempts());
    }

    static CallbackResponse of(Delivery delivery, List<DeliveryAttempt> attempts) {
        return new CallbackResponse(
                delivery.number(),
                delivery.id().value(),
                delivery.target().url().toString(),
                ValueText.lower(delivery.status()),
                delivery.createdAt(),
                delivery.isSettled() ? null : delivery.dueAt(),
                attempts.stream().map(Attempt::from).toList());
    }
}
