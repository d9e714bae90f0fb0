package org.jobplatform.bootstrap;

import java.time.Duration;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that drives a step: again at once while there is more to do, else when woken or when the interval is over. */
final class Loop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Step step;
    private final Duration interval;
    private final Signal wake;
    private final Thread thread;
    private volatile boolean closed;

    /** @param wake ends a wait before the interval is over */
    Loop(String name, Step step, Duration interval, Signal wake) {
        this.name = name;
        this.step = step;
        this.interval = interval;
        this.wake = wake;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                if (!turn()) {
                    wake.await(interval);
                }
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean turn() {
        try {
            return step.step();
        } catch (RuntimeException broken) {
            log.error("The {} loop met an unexpected failure and goes on", name, broken);
            return false;
        }
    }

    /** Ends the thread after the turn it is in. */
    @Override
    public void close() {
        closed = true;
        wake.raise();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
