package org.jobplatform.bootstrap;

import java.time.Duration;
import java.util.function.Supplier;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that drives a step: again at once while there is more to do, else when woken or when its rest is over. */
final class Loop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Step step;
    private final Supplier<Duration> rest;
    private final Signal wake;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param rest how long to rest, asked anew after each step with nothing more to do
     * @param wake ends a rest before its time
     */
    Loop(String name, Step step, Supplier<Duration> rest, Signal wake) {
        this.name = name;
        this.step = step;
        this.rest = rest;
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
                    wake.await(rest.get());
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
