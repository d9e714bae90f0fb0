package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.simulation.checker.Effect;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;

/** What one attempt of a run does to the world: units of work, one after the other, each of which takes its time. */
final class Work {
    private static final Duration LONG = Duration.ofSeconds(6);
    private static final Duration LONGER_THAN_PATIENCE = Duration.ofSeconds(12);
    private static final Duration HANGS = Duration.ofMinutes(5);
    private static final Duration QUICK = Duration.ofMillis(50);

    private final Cluster cluster;
    private final SimulatedNode node;
    private final RunContext context;
    private final Run run;
    private final Coroutine thread;
    private final Manner manner;
    private Optional<StopMode> wish = Optional.empty();
    private boolean held;

    /** How a runner follows a wish to stop. */
    private enum Manner {
        /** At once, or after the unit in hand when it is to be clean. */
        POLITE,
        /** As one that is polite, but in the middle of a unit only by force. */
        STUBBORN,
        /** Not at all. */
        DEAF
    }

    Work(Cluster cluster, SimulatedNode node, RunContext context) {
        this.cluster = cluster;
        this.node = node;
        this.context = context;
        this.run = context.run();
        this.thread = cluster.requireCurrent();
        this.manner = drawnManner();
    }

    /** Nobody may repeat what a deaf runner does, since it would be at work beside its successor. */
    private Manner drawnManner() {
        if (run.job().id().equals(Scenery.PLAIN) && cluster.chance().percent(15)) {
            cluster.recording().deaf(run.id());
            return Manner.DEAF;
        }
        return cluster.chance().percent(15) ? Manner.STUBBORN : Manner.POLITE;
    }

    RunOutcome carryOut() throws InterruptedException {
        note(Effect.Kind.BEGIN, 0);
        context.onStop(this::hear);
        context.onPause(this::hold);
        Optional<RunOutcome> cut = units();
        note(Effect.Kind.END, 0);
        return cut.orElseGet(this::outcome);
    }

    private Optional<RunOutcome> units() throws InterruptedException {
        int units = cluster.chance().between(1, 7);
        for (int unit = 1; unit <= units; unit++) {
            while (held && wish.isEmpty() && !cluster.weather().isClear()) {
                pause(HANGS);
            }
            if (manner != Manner.DEAF && context.stopRequested().isPresent()) {
                return Optional.of(new RunOutcome.Stopped("before unit " + unit));
            }
            note(Effect.Kind.UNIT_BEGIN, unit);
            if (isCutOff(unitLength())) {
                return Optional.of(new RunOutcome.Stopped("within unit " + unit));
            }
            note(Effect.Kind.UNIT_END, unit);
            context.progress(100 * unit / units, Optional.of("unit " + unit));
            if (unit == 3) {
                context.log(LogSeverity.INFO, "unit " + unit);
            }
        }
        return Optional.empty();
    }

    private Duration unitLength() {
        if (cluster.weather().isClear()) {
            return QUICK;
        }
        if (cluster.chance().percent(20)) {
            return switch (manner) {
                case POLITE -> LONG;
                case STUBBORN -> LONGER_THAN_PATIENCE;
                case DEAF -> HANGS;
            };
        }
        return cluster.chance().percent(20)
                ? cluster.chance().millis(1, 100)
                : cluster.chance().millis(50, 3_500);
    }

    private boolean isCutOff(Duration length) throws InterruptedException {
        long until = cluster.agenda().nanos() + length.toNanos();
        while (cluster.agenda().nanos() < until) {
            pause(Duration.ofNanos(until - cluster.agenda().nanos()));
            if (wish.filter(this::cutsOff).isPresent()) {
                return true;
            }
            if (cluster.weather().isClear()) {
                return false;
            }
        }
        return false;
    }

    private void pause(Duration length) throws InterruptedException {
        cluster.atWork().put(thread, node);
        node.sleep(length);
        cluster.atWork().remove(thread);
        if (thread.takeInterrupt()) {
            throw new InterruptedException("given up");
        }
    }

    private boolean cutsOff(StopMode mode) {
        return switch (manner) {
            case POLITE -> mode != StopMode.CLEAN;
            case STUBBORN -> mode == StopMode.KILL;
            case DEAF -> false;
        };
    }

    private void hear(StopMode mode) {
        wish = Optional.of(mode);
        node.wake(thread);
    }

    private void hold(boolean wanted) {
        held = wanted;
        node.wake(thread);
    }

    private void note(Effect.Kind kind, int unit) {
        cluster.recording().effect(run, node.name(), kind, unit);
    }

    private RunOutcome outcome() {
        return switch (cluster.chance().between(1, 10)) {
            case 1, 2 -> new RunOutcome.Failed("by chance");
            case 3 -> new RunOutcome.CompletedWithErrors("by chance");
            case 4 -> new RunOutcome.Stopped("by itself");
            default -> new RunOutcome.Completed();
        };
    }
}
