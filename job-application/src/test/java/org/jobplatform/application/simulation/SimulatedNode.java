package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.execution.Step;
import org.jobplatform.application.execution.WiredNode;
import org.jobplatform.application.simulation.checker.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One life of one node: the real parts, their loops and their threads. It stands still while it is frozen, and nothing of it
 * goes on once it has died. A thread that pauses while it holds the lock of a run keeps the node's others waiting, which is
 * what they would do at that lock.
 */
final class SimulatedNode {
    /** From here on a freeze may cost the node its lease. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Machine machine;
    private final WiredNode parts;
    private final SimulatedLoop dispatch;
    private final SimulatedLoop watch;
    private final SimulatedLoop callbacks;
    private final SimulatedLoop chains;
    private final Set<Coroutine> asleep = new LinkedHashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable Coroutine writing;
    private boolean alive = true;
    private boolean closing;
    private long frozenUntil;
    private long cutOffUntil;

    /** What is done when the node is free for it. */
    private record Waiting(Optional<Coroutine> thread, Runnable what) {}

    SimulatedNode(Cluster cluster, Machine machine) {
        this.cluster = cluster;
        this.machine = machine;
        this.parts = cluster.wired(this);
        this.dispatch = loop(parts.dispatcher, 1_000);
        this.watch = new SimulatedLoop(this, cluster.agenda(), parts.watch, () -> restOf(500));
        this.callbacks = new SimulatedLoop(this, cluster.agenda(), parts.deliver, parts.deliver::rest);
        this.chains = loop(parts.chains, 1_000);
        List<SimulatedLoop> loops = List.of(
                dispatch,
                watch,
                callbacks,
                chains,
                loop(parts.reap, 1_000),
                new SimulatedLoop(this, cluster.agenda(), parts.writeBehind, () -> restOf(250)));
        loop(parts.lease, 1_000).begin(Duration.ZERO);
        loops.forEach(loop -> loop.begin(cluster.chance().millis(1, 1_000)));
    }

    private SimulatedLoop loop(Step step, int millis) {
        return new SimulatedLoop(this, cluster.agenda(), step, () -> Duration.ofMillis(millis));
    }

    /** A node that carries out nothing has nothing to write and to watch; what it takes up begins with a rest. */
    private Duration restOf(int millis) {
        return Duration.ofMillis(parts.live.size() == 0 ? 1_000 : millis);
    }

    Machine machine() {
        return machine;
    }

    String name() {
        return machine.name();
    }

    WiredNode parts() {
        return parts;
    }

    boolean isAlive() {
        return alive;
    }

    boolean isClosing() {
        return closing;
    }

    boolean isFrozen() {
        return cluster.agenda().nanos() < frozenUntil;
    }

    boolean isCutOff() {
        return cluster.agenda().nanos() < Math.max(cutOffUntil, cluster.outageUntil());
    }

    /** Something is announced that the loop which claims, or the one which watches, can do. */
    void hear(boolean isWish) {
        (isWish ? watch : dispatch).wake(cluster.chance().millis(0, 30));
    }

    /** A run has ended here that others follow. */
    void hearOfChain() {
        chains.wake(cluster.chance().millis(0, 30));
    }

    /** A delivery is due soon. */
    void hearOfDelivery() {
        Duration rest = parts.deliver.rest();
        callbacks.wake(rest.plusMillis(1));
    }

    void requireAlive() {
        if (!alive) {
            throw new NodeDied();
        }
    }

    /** Says whether this happens on a thread that can wait while others go on. */
    boolean mayPause() {
        return cluster.current() != null;
    }

    /** Done now, or when the node stands still no more. */
    void enter(Runnable what) {
        enter(new Waiting(Optional.empty(), what));
    }

    private void enter(Waiting next) {
        if (!alive) {
            return;
        }
        boolean locked = writing != null
                && next.thread().filter(thread -> thread == writing).isEmpty();
        if (isFrozen() || locked) {
            waiting.add(next);
        } else {
            next.what().run();
        }
    }

    /** Done at once, or on a thread of its own that others may overtake. */
    void perform(Runnable work) {
        if (cluster.chance().percent(cluster.overtaking())) {
            spawn(work);
            return;
        }
        try {
            work.run();
        } catch (NodeDied died) {
            requireDead();
        }
    }

    private void requireDead() {
        if (alive) {
            throw new AssertionError("a living node died");
        }
    }

    /** Begins a thread, which gets its turn at once. */
    void spawn(Runnable work) {
        resume(new Coroutine(work));
    }

    /** A task on a thread of its own, from anywhere in the node. */
    void fork(Runnable task) {
        cluster.agenda().after(cluster.chance().millis(0, 3), () -> enter(() -> spawn(task)));
    }

    private void resume(Coroutine thread) {
        asleep.remove(thread);
        if (writing == thread) {
            writing = null;
        }
        cluster.resume(thread);
        if (!thread.isDone()) {
            asleep.add(thread);
        }
        if (writing == null) {
            letIn();
        }
    }

    private void letIn() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(next -> cluster.agenda().soon(() -> enter(next)));
    }

    /** Lets the thread that calls pause, while the node and the others go on. */
    void sleep(Duration length) {
        requireAlive();
        Coroutine thread = cluster.requireCurrent();
        wake(thread, thread.pauses() + 1, length);
        if (parts.isWriting()) {
            writing = thread;
        }
        thread.pause();
        requireAlive();
    }

    /** Ends the pause of this thread that it is in now, if it is in one. */
    void wake(Coroutine thread) {
        wake(thread, thread.pauses(), Duration.ZERO);
    }

    private void wake(Coroutine thread, int pause, Duration delay) {
        cluster.agenda()
                .after(
                        delay,
                        () -> enter(new Waiting(Optional.of(thread), () -> {
                            if (thread.pauses() == pause && asleep.contains(thread)) {
                                resume(thread);
                            }
                        })));
    }

    void suffer(Fault.Kind kind, Duration length) {
        cluster.recording().fault(name(), kind, length);
    }

    /** Stands still from now on. */
    void freeze(Duration length) {
        if (!alive) {
            return;
        }
        suffer(length.compareTo(LONG) < 0 ? Fault.Kind.SHORT_FREEZE : Fault.Kind.LONG_FREEZE, length);
        frozenUntil = Math.max(frozenUntil, cluster.agenda().nanos() + length.toNanos());
        cluster.agenda().after(length, this::thaw);
    }

    /** Goes on, if it is time. */
    void thaw() {
        if (!isFrozen() || cluster.weather().isClear()) {
            frozenUntil = 0;
            letIn();
        }
    }

    /** Cannot reach the store from now on. */
    void cutOff(Duration length) {
        suffer(Fault.Kind.PARTITION, length);
        cutOffUntil = cluster.agenda().nanos() + length.toNanos();
    }

    /** Can reach the store again. */
    void reconnect() {
        cutOffUntil = 0;
    }

    /** Dies on the spot, and is started again a while later. Called by its own threads, it does not return. */
    void crash() {
        if (alive) {
            Duration away = cluster.chance().millis(200, 30_000);
            suffer(Fault.Kind.CRASH, away.plusSeconds(2));
            die();
            cluster.restartAfter(machine, away);
        }
        throw new NodeDied();
    }

    private void die() {
        alive = false;
        waiting.clear();
        cluster.agenda().soon(this::bury);
    }

    /** Its threads unwind, that which holds a lock first. */
    private void bury() {
        List<Coroutine> threads = new ArrayList<>();
        if (writing != null) {
            threads.add(writing);
        }
        asleep.stream().filter(thread -> thread != writing).forEach(threads::add);
        threads.forEach(this::resume);
    }

    /** Ends as a server does that is asked to, and is started again. */
    void stopGracefully(Duration drain) {
        spawn(new SimulatedShutdown(this, cluster.agenda(), drain));
    }

    /** Its loops have no further turn. */
    void close() {
        closing = true;
    }

    /** Its process ends, and is started again. */
    void end() {
        die();
        cluster.restartAfter(machine, cluster.chance().millis(100, 3_000));
    }
}
