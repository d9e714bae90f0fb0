package org.jobplatform.persistence;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that an interrupt does not end. The thread is interrupted again afterwards. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Waits for a latch; false when that takes longer. */
    static boolean isZeroWithin(CountDownLatch latch, Duration wait) {
        boolean interrupted = false;
        long end = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                try {
                    return latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
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
}
