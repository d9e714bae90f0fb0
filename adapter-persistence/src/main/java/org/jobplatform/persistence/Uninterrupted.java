package org.jobplatform.persistence;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits that an interrupt does not end. The thread is interrupted again afterwards. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Waits for a latch; false when that takes longer. */
    static boolean isZeroWithin(CountDownLatch latch, Duration wait) {
        return isOverWithin(wait, nanos -> latch.await(nanos, TimeUnit.NANOSECONDS));
    }

    /** Waits until something is done, well or not; false when that takes longer. */
    static boolean isDoneWithin(Future<?> future, Duration wait) {
        return isOverWithin(wait, nanos -> {
            try {
                future.get(nanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException failed) {
                return true;
            } catch (TimeoutException longer) {
                return false;
            }
        });
    }

    private static boolean isOverWithin(Duration wait, Wait waiting) {
        boolean interrupted = false;
        long end = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                try {
                    return waiting.isOverWithin(end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Wait {
        boolean isOverWithin(long nanos) throws InterruptedException;
    }
}
