package org.jobplatform.application.simulation;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.simulation.checker.Receipt;
import org.jobplatform.application.simulation.checker.When;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Run;

/** Those who are called back. Each changes its ways from time to time; when all is mended they are well. */
final class Receivers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Map<String, Manner> manners = new HashMap<>();
    private final boolean oneIsGone;

    /** How a receiver answers. */
    enum Manner {
        /** It takes what comes. */
        WELL,
        /** It takes what comes, and its answer is lost now and then. */
        UNHEARD,
        /** It says that it cannot. */
        BROKEN,
        /** It says that it does not want it any more. */
        UNWILLING,
        /** It takes the call and says nothing. */
        HANGING,
        /** Nobody is there. */
        AWAY
    }

    Receivers(Cluster cluster) {
        this.cluster = cluster;
        this.oneIsGone = cluster.chance().percent(4);
    }

    /** One of them changes its ways. */
    void change() {
        List<Manner> all = List.of(Manner.values());
        String lane = laneOf(cluster.chance().pick(Scenery.RECEIVERS));
        manners.put(
                lane,
                cluster.chance().percent(50) ? Manner.WELL : cluster.chance().pick(all));
    }

    /** They are well again, but for one that never is in some lives. */
    void mend() {
        manners.clear();
        if (oneIsGone) {
            manners.put(laneOf(Scenery.RECEIVERS.getFirst()), Manner.AWAY);
        }
    }

    DeliveryResult deliver(SimulatedNode node, Delivery delivery) {
        When when = cluster.recording().now();
        Manner manner = manners.getOrDefault(delivery.target().lane(), Manner.WELL);
        Duration lasts = manner == Manner.HANGING ? PATIENCE : cluster.chance().millis(1, 300);
        DeliveryResult result = result(manner);
        boolean confirmed = manner == Manner.WELL || manner == Manner.UNHEARD;
        Optional<Run> seen = cluster.kept(delivery.run());
        cluster.recording()
                .receipt(new Receipt(
                        when, node.name(), delivery, lasts, asked(result), confirmed, seen.map(Run::status)));
        node.sleep(lasts);
        return result;
    }

    private DeliveryResult result(Manner manner) {
        return switch (manner) {
            case WELL -> new DeliveryResult.Confirmed(200);
            case UNHEARD ->
                cluster.chance().percent(50)
                        ? new DeliveryResult.Unreachable("the answer was lost")
                        : new DeliveryResult.Confirmed(200);
            case BROKEN ->
                new DeliveryResult.Rejected(
                        500, cluster.chance().percent(20) ? Optional.of(Duration.ofSeconds(20)) : Optional.empty());
            case UNWILLING -> new DeliveryResult.Rejected(410, Optional.empty());
            case HANGING -> new DeliveryResult.Unreachable("timed out");
            case AWAY -> new DeliveryResult.Unreachable("connection refused");
        };
    }

    private static Duration asked(DeliveryResult result) {
        return result instanceof DeliveryResult.Rejected rejected
                ? rejected.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private static String laneOf(String url) {
        return new CallbackTarget(URI.create(url)).lane();
    }
}
