package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Run;

/** A run that has ended and wanted a callback has told its receiver, or has tried as often as its dialect says. */
final class EveryEndIsTold implements Rule {
    @Override
    public String id() {
        return "C9";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Map<DeliveryId, Delivery> last = new LinkedHashMap<>();
        history.deliveries().forEach(commit -> last.put(commit.delivery().id(), commit.delivery()));
        List<String> broken = new ArrayList<>();
        history.commits().forEach((id, commits) -> {
            Run run = commits.getLast().run();
            boolean told =
                    last.values().stream().anyMatch(delivery -> delivery.run().equals(id));
            if (run.isEnded() && !run.isFollowed() && run.request().callback().isPresent() && !told) {
                broken.add("run " + id + " ended as " + run.status() + " and has no delivery");
            }
        });
        last.values().stream()
                .filter(delivery -> !isSettledRightly(history, delivery))
                .forEach(delivery -> broken.add("delivery " + delivery.id() + " of run " + delivery.run() + " is "
                        + delivery.status() + " after " + delivery.attempts() + " attempts, of which "
                        + history.receipts().stream()
                                .filter(receipt -> isOf(receipt, delivery))
                                .count()
                        + " came to its receiver"));
        return broken;
    }

    private static boolean isSettledRightly(ClusterHistory history, Delivery delivery) {
        return switch (delivery.status()) {
            case PENDING -> false;
            case CONFIRMED ->
                history.receipts().stream().anyMatch(receipt -> isOf(receipt, delivery) && receipt.confirmed());
            case REFUSED -> history.receipts().stream().anyMatch(receipt -> isOf(receipt, delivery));
            case EXHAUSTED -> isExhausted(delivery);
        };
    }

    /** An Informatica receiver that hangs for half a minute each time gets twelve attempts, one that fails at once fourteen. */
    private static boolean isExhausted(Delivery delivery) {
        return delivery.policy() == DeliveryPolicy.NATIVE
                ? delivery.attempts() == 10
                : delivery.attempts() >= 12 && delivery.attempts() <= 14;
    }

    private static boolean isOf(Receipt receipt, Delivery delivery) {
        return receipt.delivery().id().equals(delivery.id());
    }
}
