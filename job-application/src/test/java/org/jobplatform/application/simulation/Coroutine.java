package org.jobplatform.application.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that goes on only while somebody waits for it to pause again, so that of all threads one is at work at a time. */
final class Coroutine {
    private final Thread thread;
    private volatile boolean hasTurn;
    private volatile @Nullable Thread resumer;
    private @Nullable Throwable failure;
    private boolean started;
    private boolean done;
    private boolean interrupted;
    private int pauses;

    Coroutine(Runnable body) {
        thread = Thread.ofVirtual().unstarted(() -> run(body));
    }

    private void run(Runnable body) {
        try {
            body.run();
        } catch (NodeDied died) {
            // As it is to be: nothing of a dead node goes on.
            done = true;
        } catch (Throwable broken) {
            failure = broken;
        }
        done = true;
        hasTurn = false;
        LockSupport.unpark(resumer);
    }

    /** Lets it go on until it pauses or is done. */
    void resume() {
        resumer = Thread.currentThread();
        hasTurn = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (hasTurn) {
            LockSupport.park(this);
        }
        if (failure != null) {
            throw new AssertionError("a thread of a node broke", failure);
        }
    }

    /** Called on this thread: returns when it is resumed. */
    void pause() {
        pauses++;
        hasTurn = false;
        LockSupport.unpark(resumer);
        while (!hasTurn) {
            LockSupport.park(this);
            // An interrupted thread cannot park.
            interrupted |= Thread.interrupted();
        }
        interrupted |= Thread.interrupted();
    }

    /** Says whether its thread was interrupted while it paused, once. */
    boolean takeInterrupt() {
        boolean was = interrupted;
        interrupted = false;
        return was;
    }

    /** How often it has paused: tells a wake-up that comes too late. */
    int pauses() {
        return pauses;
    }

    boolean isDone() {
        return done;
    }
}
