package org.jobplatform.benchmark.reference;

import java.util.ArrayList;
import java.util.List;

/** The same work on several threads at once. */
final class Parallel {
    private Parallel() {}

    /** Returns when all are done. */
    static void run(int threads, Runnable work) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            started.add(Thread.ofPlatform().start(work));
        }
        for (Thread thread : started) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
