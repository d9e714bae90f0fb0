package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** The guard's end of the pipe on which the server shows that it lives. Every beat is answered by the same byte. */
final class Heartbeats {

    /** What can be heard. */
    enum Sound {
        /** The server lives. */
        BEAT,
        /** Nothing for the time-out: the server is stopped, stuck or starved. */
        SILENCE,
        /** The server has ended. */
        END
    }

    private final InputStream beats;
    private final OutputStream answers;
    private long unheard;
    private boolean ended;

    Heartbeats(InputStream beats, OutputStream answers) {
        this.beats = beats;
        this.answers = answers;
    }

    /** Reads until the end; for a thread of its own. */
    void listen() {
        try {
            for (int beat = beats.read(); beat >= 0; beat = beats.read()) {
                heard();
                answers.write(beat);
                answers.flush();
            }
        } catch (IOException e) {
            // The other end is gone, which is what the end means.
        } finally {
            end();
        }
    }

    /** Waits for the next sound. */
    synchronized Sound await(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long left = timeout.toMillis();
        while (unheard == 0 && !ended && left > 0) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        if (ended) {
            return Sound.END;
        }
        boolean beat = unheard > 0;
        unheard = 0;
        return beat ? Sound.BEAT : Sound.SILENCE;
    }

    /** Whether a beat came that nobody has waited for yet. */
    synchronized boolean isBeating() {
        return unheard > 0 && !ended;
    }

    private synchronized void heard() {
        unheard++;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
