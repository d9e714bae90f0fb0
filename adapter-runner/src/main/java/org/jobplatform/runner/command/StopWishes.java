package org.jobplatform.runner.command;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.domain.run.StopMode;

/** Where the thread of an attempt waits for what happens next: the end of the program, or a wish to stop, to hold or to go on. */
final class StopWishes {

    private Optional<StopMode> strongest = Optional.empty();
    private boolean hold;
    private boolean exited;

    synchronized void raise(StopMode mode) {
        if (strongest.isEmpty() || mode.isStrongerThan(strongest.get())) {
            strongest = Optional.of(mode);
            notifyAll();
        }
    }

    synchronized void hold(boolean wanted) {
        hold = wanted;
        notifyAll();
    }

    synchronized boolean wantsHold() {
        return hold;
    }

    synchronized void exit() {
        exited = true;
        notifyAll();
    }

    synchronized boolean hasExited() {
        return exited;
    }

    synchronized Optional<StopMode> strongest() {
        return strongest;
    }

    boolean wantsKill() {
        return strongest().filter(StopMode.KILL::equals).isPresent();
    }

    /** Waits until the program has ended, a wish other than those already followed is there, or the time is over. */
    synchronized void await(Optional<StopMode> followed, boolean held, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (!exited && strongest.equals(followed) && hold == held && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
