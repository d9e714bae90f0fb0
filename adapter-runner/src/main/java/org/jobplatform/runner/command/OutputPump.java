package org.jobplatform.runner.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads one output of a command to its end, come what may: a command whose output nobody reads stands still. Runs on a
 * thread of the platform, because reading a pipe would hold on to the carrier of a virtual one.
 */
final class OutputPump {

    private static final int BUFFER = 64 * 1024;

    private final InputStream input;
    private final LineCutter.Sink sink;
    private final Thread thread;
    private volatile Optional<Exception> failure = Optional.empty();
    private volatile boolean abandoned;

    private OutputPump(String name, InputStream input, LineCutter.Sink sink) {
        this.input = input;
        this.sink = sink;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::pump);
    }

    static OutputPump start(String name, InputStream input, LineCutter.Sink sink) {
        OutputPump pump = new OutputPump(name, input, sink);
        pump.thread.start();
        return pump;
    }

    /**
     * Waits for the end of the output. When the time is over first, because a process that nobody knows of holds the
     * pipe, nothing more is taken from it.
     *
     * @return whether the end was seen
     */
    boolean finish(Duration time) throws InterruptedException {
        boolean finished = thread.join(time);
        abandoned = !finished;
        return finished;
    }

    /** Why not everything could be kept. */
    Optional<Exception> failure() {
        return failure;
    }

    private void pump() {
        LineCutter cutter = new LineCutter(piece -> {
            if (!abandoned && failure.isEmpty()) {
                sink.take(piece);
            }
        });
        byte[] buffer = new byte[BUFFER];
        try {
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                int read = length;
                keep(() -> cutter.feed(buffer, read));
            }
        } catch (IOException e) {
            // The pipe was closed under the reader, which is its end as well.
        }
        keep(cutter::end);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void keep(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e);
        }
    }
}
