package org.jobplatform.faults.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Many who do something at the same moment. */
public final class Crowd {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Crowd() {}

    /**
     * Lets so many threads begin together, and waits for all of them.
     *
     * @param action gets the number of its thread, from 0
     * @throws TrialFailed when one fails, or does not end within ten minutes
     */
    public static void of(int count, IntConsumer action) {
        CyclicBarrier together = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(threads.submit(() -> begin(together, action, number)));
            }
            for (Future<?> one : all) {
                one.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException failed) {
            throw new TrialFailed("one of many failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrialFailed("interrupted", interrupted);
        }
    }

    private static void begin(CyclicBarrier together, IntConsumer action, int number) {
        try {
            together.await();
            action.accept(number);
        } catch (BrokenBarrierException broken) {
            throw new TrialFailed("one of many did not begin", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a moment pass that is a part of what is tried. */
    public static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
