package org.jobplatform.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A forced race: many callers prepare, wait for each other, and then do the same thing at once.
 *
 * @param wins what the callers returned that were not refused
 * @param losses the exceptions of the others
 */
public record Race<T>(List<T> wins, List<RuntimeException> losses) {
    private static final long DEADLINE_SECONDS = 60;

    /** What each caller does. */
    @FunctionalInterface
    public interface Caller<T> {
        /**
         * Prepares, crosses the line exactly once, and acts.
         *
         * @param number of this caller, from 0
         */
        T race(int number, Line line);
    }

    /** The line that nobody crosses before all have come to it. */
    @FunctionalInterface
    public interface Line {
        /** Waits for all others. */
        void cross();
    }

    /**
     * Lets this many callers race, each on a thread of its own, and returns when all are done.
     *
     * @throws AssertionError when a caller has not come back within a minute, or broke
     */
    public static <T> Race<T> among(int callers, Caller<T> caller) {
        CyclicBarrier barrier = new CyclicBarrier(callers);
        AtomicInteger crossing = new AtomicInteger();
        Line line = () -> {
            await(barrier);
            // The barrier wakes its callers one after another; this lets none go before the last is awake.
            crossing.incrementAndGet();
            while (crossing.get() < callers) {
                Thread.onSpinWait();
            }
        };
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int number = i;
            calls.add(() -> caller.race(number, line));
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                callers, Thread.ofPlatform().daemon().name("race-", 0).factory());
        try {
            return outcome(threads.invokeAll(calls, DEADLINE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Race<T> outcome(List<Future<T>> calls) throws InterruptedException {
        List<T> wins = new ArrayList<>();
        List<RuntimeException> losses = new ArrayList<>();
        for (Future<T> call : calls) {
            try {
                wins.add(call.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RuntimeException loss)) {
                    throw new AssertionError("a caller of the race broke", e.getCause());
                }
                losses.add(loss);
            } catch (CancellationException e) {
                throw new AssertionError("a caller of the race did not come back within the deadline", e);
            }
        }
        return new Race<>(List.copyOf(wins), List.copyOf(losses));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        } catch (Exception e) {
            throw new AssertionError("a caller of the race never came to the line", e);
        }
    }
}
