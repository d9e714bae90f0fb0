package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a loop before its time. Raising it many times before the loop looks wakes it once. */
public final class Signal {
    private final Semaphore raised = new Semaphore(0);

    /** Wakes the loop, now or as soon as it waits. */
    public void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /**
     * Waits until the signal is raised or the time is over.
     *
     * @throws InterruptedException when the loop is given up
     */
    public void await(Duration longest) throws InterruptedException {
        if (raised.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS)) {
            raised.drainPermits();
        }
    }
}
