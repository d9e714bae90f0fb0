package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.List;
import org.jobplatform.application.simulation.checker.Fault;

/** Lets faults befall nodes at moments that chance chooses. */
final class Nemesis {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Cluster cluster;
    private final Chance chance;

    Nemesis(Cluster cluster) {
        this.cluster = cluster;
        this.chance = cluster.chance();
    }

    /** Plans what comes by itself while the weather lasts. */
    void plan() {
        int millis = (int) cluster.weather().lasts().toMillis();
        for (Fault.Kind kind : Fault.Kind.values()) {
            for (int i = 0; i < cluster.weather().storms(kind); i++) {
                cluster.agenda().after(chance.millis(500, millis), () -> strike(kind));
            }
        }
    }

    private void strike(Fault.Kind kind) {
        List<SimulatedNode> living = cluster.living();
        if (living.isEmpty() || cluster.weather().isClear()) {
            return;
        }
        SimulatedNode node = chance.pick(living);
        Machine machine = node.machine();
        switch (kind) {
            case SHORT_FREEZE -> node.freeze(chance.millis(100, 9_500));
            case LONG_FREEZE -> node.freeze(chance.millis(10_000, 45_000));
            case CRASH -> node.enter(() -> crash(node));
            case PARTITION -> node.cutOff(chance.millis(500, 35_000));
            case OUTAGE -> cluster.breakDown(chance.millis(500, 35_000));
            case CLOCK_FORWARD -> setClock(node, kind, HOUR);
            case CLOCK_BACK -> setClock(node, kind, HOUR.negated());
            case DRIFT -> {
                cluster.recording().fault(node.name(), kind, Duration.ZERO);
                machine.setDrift(chance.between(-1_000, 1_000));
            }
            case GRACEFUL_STOP ->
                node.enter(() -> {
                    if (!cluster.weather().isClear()) {
                        node.stopGracefully(chance.millis(0, 6_000));
                    }
                });
            case SLEEP -> cluster.sleep(chance.millis(1_000, 60_000));
            case CALL_LOST, ANSWER_LOST, CALL_LATE -> {
                // They befall calls.
            }
        }
    }

    private void crash(SimulatedNode node) {
        try {
            if (!cluster.weather().isClear()) {
                node.crash();
            }
        } catch (NodeDied died) {
            return;
        }
    }

    private void setClock(SimulatedNode node, Fault.Kind kind, Duration error) {
        cluster.recording().fault(node.name(), kind, Duration.ZERO);
        node.machine().setClock(error);
    }
}
