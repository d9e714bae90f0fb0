package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.ScriptedTaskRunner;

/** A node of a {@link World} whose threads and loops go by themselves, for runs that wait for each other. Its lease is a test's. */
final class LivingNode extends WiredNode implements AutoCloseable {
    private static final long TURN = Duration.ofMillis(2).toNanos();

    private final Outages outages;
    private final ExecutorService threads;
    private final Thread loops;
    private volatile boolean closed;

    static LivingNode of(World world, String name, int workers) {
        return new LivingNode(world, name, workers, new Outages(), Executors.newVirtualThreadPerTaskExecutor());
    }

    private LivingNode(World world, String name, int workers, Outages outages, ExecutorService threads) {
        super(
                new Surroundings(
                        Surroundings.Stores.reached(world, outages),
                        world.ids,
                        world.time,
                        () -> nanos(world),
                        () -> nanos(world),
                        threads,
                        threads,
                        ScriptedTaskRunner.of("noop", world::carryOut),
                        delivery -> world.notifier.deliver(delivery)),
                name,
                workers);
        this.outages = outages;
        this.threads = threads;
        this.loops = Thread.ofPlatform().daemon().name(name).unstarted(this::go);
        lease.join();
        loops.start();
    }

    private static long nanos(World world) {
        return Duration.between(RunExamples.NOW, world.time.instant()).toNanos();
    }

    private void go() {
        while (!closed) {
            reap.step();
            chains.step();
            watch.step();
            writeBehind.step();
            dispatcher.step();
            LockSupport.parkNanos(TURN);
        }
    }

    /** The process dies: nothing of it reaches the store any more. */
    void die() {
        outages.begin();
        close();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            loops.join();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
