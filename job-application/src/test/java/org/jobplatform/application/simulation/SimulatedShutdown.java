package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jobplatform.application.execution.WiredNode;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.simulation.checker.Fault;
import org.jobplatform.domain.run.StopMode;

/** The end of a node that is asked to end, in the steps and with the patience of the program's own, in virtual time. */
final class SimulatedShutdown implements Runnable {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration CLEAN = Duration.ofSeconds(5);
    private static final Duration NOW = Duration.ofSeconds(10);
    private static final Duration KILL = Duration.ofSeconds(5);
    private static final Duration CALLBACKS = Duration.ofSeconds(5);

    private final SimulatedNode node;
    private final WiredNode parts;
    private final Agenda agenda;
    private final Duration drain;

    /** @param drain how long running work is left alone */
    SimulatedShutdown(SimulatedNode node, Agenda agenda, Duration drain) {
        this.node = node;
        this.parts = node.parts();
        this.agenda = agenda;
        this.drain = drain;
    }

    @Override
    public void run() {
        node.suffer(
                Fault.Kind.GRACEFUL_STOP,
                drain.plus(CLEAN).plus(NOW).plus(KILL).plus(CALLBACKS).plus(CALLBACKS));
        parts.membership.stopAccepting();
        if (!await(parts.live::isIdle, drain)
                && !afterAsking(StopMode.CLEAN, CLEAN)
                && !afterAsking(StopMode.NOW, NOW)) {
            afterAsking(StopMode.KILL, KILL);
        }
        await(() -> parts.deliver.inFlight() == 0, CALLBACKS);
        unlessUnavailable(parts.deliver::giveBack);
        node.close();
        unlessUnavailable(parts.lease::leave);
        node.end();
    }

    private static void unlessUnavailable(Runnable call) {
        try {
            call.run();
        } catch (StorageUnavailable unavailable) {
            // Its lease ends by itself then.
            return;
        }
    }

    private boolean afterAsking(StopMode mode, Duration patience) {
        parts.live.stopAll(mode);
        return await(parts.live::isIdle, patience);
    }

    private boolean await(BooleanSupplier condition, Duration longest) {
        long deadline = agenda.nanos() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (agenda.nanos() >= deadline) {
                return false;
            }
            node.sleep(LOOK);
        }
        return true;
    }
}
