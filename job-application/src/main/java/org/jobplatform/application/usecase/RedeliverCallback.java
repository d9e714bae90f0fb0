package org.jobplatform.application.usecase;

import java.util.List;
import org.jobplatform.application.execution.CallbackFormats;
import org.jobplatform.application.execution.DeliverCallbacks;
import org.jobplatform.application.execution.StoreTime;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Tells once more that a run has ended: by a delivery of its own, with its own id and the whole schedule before it. */
public final class RedeliverCallback {
    private static final int MOST_TRIES = 20;

    private final RunStore runs;
    private final DeliveryStore deliveries;
    private final CallbackFormats formats;
    private final DeliverCallbacks deliver;
    private final StoreTime time;

    /** Every part comes from the same node. */
    public RedeliverCallback(
            RunStore runs,
            DeliveryStore deliveries,
            CallbackFormats formats,
            DeliverCallbacks deliver,
            StoreTime time) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.formats = formats;
        this.deliver = deliver;
        this.time = time;
    }

    /**
     * Adds a delivery to where the given one went, due at once.
     *
     * @param number of the given delivery among those of the run
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws DeliveryFailure.RunUnfinished when the run has not ended
     * @throws DeliveryFailure.NotFound when it has no delivery of that number
     * @throws DeliveryFailure.NumberTaken when others added deliveries again and again
     */
    public Delivery redeliver(RunId id, int number, Principal who) {
        Run run = Gate.run(runs.find(id), "id " + id, Permission.RUN_START, who);
        if (!run.isEnded()) {
            throw new DeliveryFailure.RunUnfinished(id);
        }
        for (int tries = 1; ; tries++) {
            try {
                return attempt(run, number);
            } catch (DeliveryFailure.NumberTaken taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    private Delivery attempt(Run run, int number) {
        List<Delivery> before = deliveries.of(run.id());
        Delivery given = before.stream()
                .filter(delivery -> delivery.number() == number)
                .findFirst()
                .orElseThrow(() -> new DeliveryFailure.NotFound(run.id(), String.valueOf(number)));
        int next = before.getLast().number() + 1;
        Delivery again = deliver.claimed(formats.delivery(run, given.target(), next, time.instant()));
        boolean kept = false;
        try {
            Delivery added = deliveries.add(again);
            kept = true;
            deliver.send(again);
            return added;
        } finally {
            if (!kept) {
                deliver.forget(again);
            }
        }
    }
}
