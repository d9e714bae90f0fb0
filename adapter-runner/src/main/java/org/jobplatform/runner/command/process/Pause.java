package org.jobplatform.runner.command.process;

import java.time.Duration;

/** Waiting that an interrupt does not shorten; the interrupt is kept for later. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        boolean interrupted = false;
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
