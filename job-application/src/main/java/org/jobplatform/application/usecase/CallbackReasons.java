package org.jobplatform.application.usecase;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Run;

/** How far the callbacks of a run have come. Receivers are named without their path and query, which may be secret. */
final class CallbackReasons {
    private final DeliveryStore deliveries;

    CallbackReasons(DeliveryStore deliveries) {
        this.deliveries = deliveries;
    }

    List<String> of(Run run) {
        if (run.request().callback().isEmpty()) {
            return run.isEnded() ? List.of("No callback was asked for.") : List.of();
        }
        if (!run.isEnded()) {
            return List.of("Its callback is sent when it has ended.");
        }
        return deliveries.of(run.id()).stream().map(this::sentence).toList();
    }

    private String sentence(Delivery delivery) {
        String subject =
                "Callback " + delivery.number() + " to " + delivery.target().lane();
        String last = last(delivery).map(attempt -> "; " + result(attempt)).orElse("");
        return switch (delivery.status()) {
            case PENDING ->
                subject + (delivery.attempts() == 0 ? " was not tried yet" : " was not confirmed yet")
                        + "; its next attempt is due at " + Words.time(delivery.dueAt()) + last + ".";
            case CONFIRMED -> subject + " was confirmed" + last + ".";
            case REFUSED -> subject + " is not wanted by its receiver and is not sent any more" + last + ".";
            case EXHAUSTED ->
                subject + " was given up at the end of its schedule, after " + delivery.attempts() + " attempts" + last
                        + ".";
        };
    }

    private Optional<DeliveryAttempt> last(Delivery delivery) {
        return delivery.attempts() == 0
                ? Optional.empty()
                : deliveries.attempts(delivery.id()).stream().reduce((first, second) -> second);
    }

    private static String result(DeliveryAttempt attempt) {
        String subject = "attempt " + attempt.number() + " at " + Words.time(attempt.at());
        return switch (attempt.result()) {
            case DeliveryResult.Confirmed confirmed -> subject + " was answered with status " + confirmed.status();
            case DeliveryResult.Rejected rejected -> subject + " was answered with status " + rejected.status();
            case DeliveryResult.Unreachable unreachable -> subject + " found no answer: " + unreachable.reason();
            case DeliveryResult.Blocked blocked -> subject + " was not made: " + blocked.reason();
        };
    }
}
