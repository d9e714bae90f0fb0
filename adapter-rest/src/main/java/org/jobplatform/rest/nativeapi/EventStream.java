package org.jobplatform.rest.nativeapi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.server.LiveOutput;

/**
 * One stream of events, written by the thread of its request until its source ends, the server stops, the client is gone or
 * no longer may, or the store does not answer: all of that looks like a break to the client, who asks again. A client that
 * does not read is cut by the server's time-out for writes.
 */
final class EventStream implements LiveOutput {
    private static final long RETRY_AFTER_MILLIS = 3_000;

    private final EventSource source;
    private final Runnable proof;
    private final EventStreams.Rules rules;
    private final CountDownLatch closing;
    private final Runnable left;
    private long lastWritten;
    private long lastProved;

    /**
     * @param proof throws an {@link AccessFailure} when the caller no longer may
     * @param left told when the stream has ended
     */
    EventStream(EventSource source, Runnable proof, EventStreams.Rules rules, CountDownLatch closing, Runnable left) {
        this.source = source;
        this.proof = proof;
        this.rules = rules;
        this.closing = closing;
        this.left = left;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        try {
            stream(new EventWriter(output));
        } catch (AccessFailure | StorageUnavailable | RunFailure.NotFound ended) {
            // The client learns why when it asks again.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            left.run();
        }
    }

    private void stream(EventWriter events) throws IOException, InterruptedException {
        lastWritten = System.nanoTime();
        lastProved = lastWritten;
        events.retryAfter(RETRY_AFTER_MILLIS);
        EventSource.Next next = EventSource.Next.MORE;
        while (next != EventSource.Next.END) {
            next = source.write(events);
            send(events);
            prove();
            long pause = next == EventSource.Next.WAIT ? rules.look().toMillis() : 0;
            if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void send(EventWriter events) throws IOException {
        long now = System.nanoTime();
        if (now - lastWritten >= rules.beat().toNanos()) {
            events.beat(source.position());
        }
        if (events.flush()) {
            lastWritten = now;
        }
    }

    private void prove() {
        long now = System.nanoTime();
        if (now - lastProved >= rules.proof().toNanos()) {
            proof.run();
            lastProved = now;
        }
    }
}
