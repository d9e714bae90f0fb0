package org.jobplatform.application.execution;

import java.time.Duration;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** One node of a {@link World}, with threads and a connection to the stores that a test drives. */
public final class NodeFixture extends WiredNode {
    public final Outages outages;
    public final DrivenThreads runThreads;
    public final DrivenThreads callbackThreads;
    private final ClockError clockError;
    private boolean alive = true;

    /** How wrong the clock of a node is. */
    private static final class ClockError {
        private Duration difference = Duration.ZERO;
    }

    NodeFixture(World world, String name, int workers) {
        this(
                world,
                name,
                workers,
                new Outages(),
                new DrivenThreads(world::failWhenAScriptDid),
                new DrivenThreads(world::failWhenAScriptDid),
                new ClockError());
    }

    private NodeFixture(
            World world,
            String name,
            int workers,
            Outages outages,
            DrivenThreads runThreads,
            DrivenThreads callbackThreads,
            ClockError clockError) {
        super(
                new Surroundings(
                        Surroundings.Stores.reached(world, outages),
                        world.ids,
                        () -> world.time.instant().plus(clockError.difference),
                        () -> nanos(world),
                        () -> nanos(world),
                        runThreads,
                        callbackThreads,
                        ScriptedTaskRunner.of("noop", world::carryOut).pausing(),
                        delivery -> world.notifier.deliver(delivery)),
                name,
                workers);
        this.outages = outages;
        this.runThreads = runThreads;
        this.callbackThreads = callbackThreads;
        this.clockError = clockError;
    }

    private static long nanos(World world) {
        return Duration.between(RunExamples.NOW, world.time.instant())
                .minus(world.jumped)
                .toNanos();
    }

    /** From now on the clock of this node is wrong by so much. */
    public void setClockError(Duration error) {
        clockError.difference = error;
    }

    boolean isAlive() {
        return alive;
    }

    /** The process dies: nothing of it reaches the store any more, and it keeps no lease. */
    public void die() {
        alive = false;
        outages.begin();
    }

    /** The process is frozen, or thawed: frozen it keeps no lease, and knows nothing of it. */
    public void freeze(boolean frozen) {
        alive = !frozen;
    }

    /** Starts a run. */
    public Run started(StartCommand command) {
        return start.start(command).run();
    }

    /** Starts a run and carries it out to its end. */
    public Run ran(StartCommand command) {
        Run run = started(command);
        runThreads.runAll();
        return run;
    }

    /** Alice asks the run to stop. */
    public Run stopped(RunId id, StopMode mode) {
        return stop.stop(id, mode, "no longer wanted", AccessExamples.ALICE);
    }

    /** One turn of every loop but the lease's, and all the work that it brings. */
    public void turn() {
        reap.step();
        chains.step();
        watch.step();
        writeBehind.step();
        dispatcher.step();
        runThreads.runAll();
        callbackThreads.runAll();
        while (deliver.step()) {
            callbackThreads.runAll();
        }
    }
}
