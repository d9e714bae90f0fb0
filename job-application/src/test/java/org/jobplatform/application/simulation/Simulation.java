package org.jobplatform.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.WiredNode;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.simulation.checker.ClusterHistory;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** One life of a cluster, as a seed has it: bad weather, then peace until everything is over. */
final class Simulation {
    private static final Duration TO_END = Duration.ofSeconds(61);
    private static final Duration STILL = Duration.ofSeconds(5);

    /** More than the longest schedule has attempts. */
    private static final int MOST_SLEEPS = 200;

    private final Cluster cluster;
    private final Clients clients;

    private Simulation(long seed, Mutant mutant) {
        cluster = new Cluster(new Chance(seed), mutant);
        clients = new Clients(cluster);
    }

    /** Plays it, and tells what happened. */
    static ClusterHistory play(long seed, Mutant mutant) {
        return new Simulation(seed, mutant).play();
    }

    private ClusterHistory play() {
        Chance chance = cluster.chance();
        int weather = (int) cluster.weather().lasts().toMillis();
        new Nemesis(cluster).plan();
        for (int i = chance.between(15, 45); i > 0; i--) {
            cluster.agenda().after(chance.millis(0, weather), clients::ask);
        }
        for (int i = chance.between(0, 8); i > 0; i--) {
            cluster.agenda().after(chance.millis(0, weather), cluster.receivers()::change);
        }
        pass(cluster.weather().lasts());
        cluster.mend();
        // A call that was on its way all the while may start another run.
        for (int rounds = 0; rounds < 3 && !isOver(rounds); rounds++) {
            awaitEnds();
            awaitCallbacks();
            pass(STILL);
        }
        awaitIdle();
        look();
        return cluster.recording().history();
    }

    private boolean isOver(int rounds) {
        return rounds > 0 && isQuiet() && nextDelivery().isEmpty();
    }

    private void pass(Duration length) {
        boolean[] over = {false};
        cluster.agenda().after(length, () -> over[0] = true);
        while (!over[0]) {
            cluster.agenda().next();
        }
    }

    private void awaitEnds() {
        Duration deadline = cluster.agenda().time().plus(TO_END);
        while (!isQuiet() && cluster.agenda().time().compareTo(deadline) < 0) {
            clients.resumeAll();
            pass(Duration.ofSeconds(1));
        }
    }

    /** Says whether no run goes on, and nothing is to follow one. */
    private boolean isQuiet() {
        return unfinished().isEmpty() && cluster.storage().chains().due(1).isEmpty();
    }

    private List<RunId> unfinished() {
        return Scenery.JOBS.stream()
                .flatMap(job -> cluster.storage().index().unfinished(job.id()).stream())
                .map(Run::id)
                .toList();
    }

    private void awaitCallbacks() {
        pass(STILL);
        Optional<Delivery> next = nextDelivery();
        for (int sleeps = 0; next.isPresent() && sleeps < MOST_SLEEPS; sleeps++) {
            // Nobody sleeps over a run that a late call has started.
            awaitEnds();
            Duration due = Duration.between(RunExamples.NOW, claimableAt(next.get()))
                    .minus(cluster.agenda().time());
            if (due.compareTo(STILL) > 0 && next.get().claim().isEmpty()) {
                cluster.sleep(due);
            }
            pass(Duration.ofSeconds(3));
            next = nextDelivery();
        }
    }

    private Optional<Delivery> nextDelivery() {
        return cluster.recording().runs().stream()
                .flatMap(run -> cluster.storage().deliveries().of(run).stream())
                .filter(delivery -> !delivery.isSettled())
                .min(Comparator.comparing(Simulation::claimableAt));
    }

    private static Instant claimableAt(Delivery delivery) {
        return delivery.claim().map(DeliveryClaim::until).orElse(delivery.dueAt());
    }

    /** A loop may just be looking for more to do, with room reserved for it, and a receiver may hang. */
    private void awaitIdle() {
        for (int looks = 0; looks < 60 && !held().isEmpty(); looks++) {
            pass(Duration.ofMillis(800));
        }
    }

    private List<String> held() {
        return cluster.living().stream()
                .flatMap(node -> held(node.parts()).stream())
                .toList();
    }

    private void look() {
        cluster.living().forEach(node -> cluster.recording().remains(node.name(), held(node.parts())));
        cluster.recording().runs().forEach(id -> cluster.kept(id).ifPresent(cluster.recording()::dump));
    }

    private List<String> held(WiredNode parts) {
        List<String> held = new ArrayList<>();
        if (parts.live.size() > 0) {
            held.add(parts.live.size() + " attempts");
        } else if (!parts.live.isIdle()) {
            held.add("room for runs");
        }
        if (parts.deliver.inFlight() > 0) {
            held.add(parts.deliver.inFlight() + " places of receivers");
        }
        cluster.storage().runs().ownedBy(parts.membership.owner(), 10).forEach(run -> held.add("run " + run.id()));
        return held;
    }
}
