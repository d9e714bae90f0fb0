package org.jobplatform.application.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs simulations on a virtual thread: their threads hand over to it thousands of times, which is quick between such only. */
final class SimulationThread {
    private SimulationThread() {}

    /** Returns when the task is done, and throws what it throws. */
    static void run(Runnable task) {
        try {
            CompletableFuture.runAsync(task, Thread::startVirtualThread).join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case Error error -> throw error;
                case RuntimeException broken -> throw broken;
                case null, default -> throw failed;
            }
        }
    }
}
