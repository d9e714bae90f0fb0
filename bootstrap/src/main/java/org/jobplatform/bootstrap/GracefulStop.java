package org.jobplatform.bootstrap;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jobplatform.application.execution.DeliverCallbacks;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.StopMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings running work to its end at a shutdown: first left alone, then asked to stop cleanly, then now, then by force. */
final class GracefulStop {
    private static final Logger log = LoggerFactory.getLogger(GracefulStop.class);
    private static final Duration CLEAN = Duration.ofSeconds(5);
    private static final Duration NOW = Duration.ofSeconds(10);
    private static final Duration KILL = Duration.ofSeconds(5);
    private static final Duration CALLBACKS = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Membership membership;
    private final LiveRuns live;
    private final DeliverCallbacks callbacks;
    private final Duration drain;

    /** @param drain how long running work is left alone */
    GracefulStop(Membership membership, LiveRuns live, DeliverCallbacks callbacks, Duration drain) {
        this.membership = membership;
        this.live = live;
        this.callbacks = callbacks;
        this.drain = drain;
    }

    /** From now on the node takes on nothing. Returns when nothing is carried out any more, or cannot be ended. */
    void stop() {
        membership.stopAccepting();
        live.handOver();
        if (live.size() > 0) {
            log.info("{} runs are carried out; they have {} to end", live.size(), drain);
        }
        boolean idle = await(live::isIdle, drain)
                || afterAsking(StopMode.CLEAN, CLEAN)
                || afterAsking(StopMode.NOW, NOW)
                || afterAsking(StopMode.KILL, KILL);
        if (!idle) {
            log.warn("{} runs did not end; they will be lost when the lease of this node ends", live.size());
        }
        await(() -> callbacks.inFlight() == 0, CALLBACKS);
        giveBackCallbacks();
    }

    private void giveBackCallbacks() {
        try {
            callbacks.giveBack();
        } catch (StorageUnavailable unavailable) {
            log.warn("Callbacks on their way will be made by another node, or after the restart", unavailable);
        }
    }

    private boolean afterAsking(StopMode mode, Duration patience) {
        live.stopAll(mode);
        return await(live::isIdle, patience);
    }

    private static boolean await(BooleanSupplier condition, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        Signal never = new Signal();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() >= deadline) {
                    return false;
                }
                never.await(LOOK);
            }
            return true;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
