package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.RunStatus;

/** No callback comes before the end that it tells of is durable; it tells the truth, and every attempt says the same. */
final class TruthfulCallbacks implements Rule {
    @Override
    public String id() {
        return "C10";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        Map<DeliveryId, CallbackBody> bodies = new HashMap<>();
        for (Receipt receipt : history.receipts()) {
            String who = "delivery " + receipt.delivery().id() + " at " + receipt.when() + ": ";
            Optional<RunStatus> end = history.endOf(receipt.delivery().run())
                    .filter(commit -> commit.when().isBefore(receipt.when()))
                    .map(commit -> commit.run().status());
            if (end.isEmpty()) {
                broken.add(who + "its run had not ended");
            } else if (!end.equals(receipt.seen())) {
                broken.add(who + "its run was " + end.get() + ", and read as " + receipt.seen());
            } else if (!receipt.delivery().body().text().endsWith(" " + end.get())) {
                broken.add(who + "it says " + receipt.delivery().body().text() + " of a run that is " + end.get());
            }
            CallbackBody first = bodies.putIfAbsent(
                    receipt.delivery().id(), receipt.delivery().body());
            if (first != null && !first.equals(receipt.delivery().body())) {
                broken.add(who + "it says another thing than at first");
            }
        }
        return broken;
    }
}
