package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.function.Supplier;
import org.jobplatform.application.execution.Step;

/** A loop of a node: turn after turn on a thread of its own, with a rest in between that can be cut short. */
final class SimulatedLoop {
    private static final Duration AT_ONCE = Duration.ofNanos(100_000);

    private final SimulatedNode node;
    private final Agenda agenda;
    private final Step step;
    private final Supplier<Duration> rest;
    private boolean busy;
    private boolean wanted;
    private boolean armed;

    SimulatedLoop(SimulatedNode node, Agenda agenda, Step step, Supplier<Duration> rest) {
        this.node = node;
        this.agenda = agenda;
        this.step = step;
        this.rest = rest;
    }

    /** Has its next regular turn after so long. */
    void begin(Duration delay) {
        armed = true;
        agenda.after(
                delay,
                () -> node.enter(() -> {
                    armed = false;
                    turn();
                }));
    }

    /** Has a turn before its time. */
    void wake(Duration delay) {
        agenda.after(delay, () -> node.enter(this::turn));
    }

    private void turn() {
        if (node.isClosing()) {
            return;
        }
        if (busy) {
            wanted = true;
            return;
        }
        busy = true;
        wanted = false;
        node.perform(() -> {
            boolean more = step.step();
            busy = false;
            if (more || wanted) {
                wake(AT_ONCE);
            }
            if (!armed) {
                begin(rest.get());
            }
        });
    }
}
