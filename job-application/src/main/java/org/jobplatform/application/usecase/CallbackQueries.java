package org.jobplatform.application.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** What can be known of callbacks. */
public final class CallbackQueries {
    private final RunStore runs;
    private final DeliveryStore deliveries;

    /** Both of the same store. */
    public CallbackQueries(RunStore runs, DeliveryStore deliveries) {
        this.runs = runs;
        this.deliveries = deliveries;
    }

    /** A delivery and every attempt of it. */
    public record History(Delivery delivery, List<DeliveryAttempt> attempts) {}

    /**
     * The deliveries of the run, in the order of their numbers.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     */
    public List<History> of(RunId id, Principal who) {
        Run run = Gate.run(runs.find(id), "id " + id, Permission.RUN_READ, who);
        return deliveries.of(run.id()).stream()
                .map(delivery -> new History(delivery, deliveries.attempts(delivery.id())))
                .toList();
    }

    /**
     * How far the latest callback of each of these runs has come; nothing of one that has none, or not yet, or is not for
     * this asker.
     */
    public Map<RunId, Delivery.Status> states(Collection<Run> of, Principal who) {
        List<RunId> told = of.stream()
                .filter(run -> run.isEnded() && run.request().callback().isPresent())
                .filter(run -> who.may(Permission.RUN_READ, run.job().project()))
                .map(Run::id)
                .toList();
        return told.isEmpty() ? Map.of() : deliveries.latest(told);
    }
}
