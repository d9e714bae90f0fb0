package org.jobplatform.rest.server;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request while it comes in. Pieces and the deadline meet here, and whichever settles it first decides:
 * complete, refused, or gone.
 */
final class Intake {
    private final AtomicLong inFlight;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean settled;
    private @Nullable Future<?> deadline;

    Intake(AtomicLong inFlight) {
        this.inFlight = inFlight;
    }

    /** Cancels this when settled. */
    synchronized void endBefore(Future<?> task) {
        deadline = task;
        if (settled) {
            task.cancel(false);
        }
    }

    /** Takes a piece and tells the size of all; pieces of a settled body are dropped. */
    synchronized int add(Buffer piece) {
        if (!settled && piece.hasRemaining()) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.writeBytes(bytes);
            inFlight.addAndGet(bytes.length);
        }
        return body.size();
    }

    /** The whole body, once, unless something else has settled it. */
    synchronized byte @Nullable [] complete() {
        byte[] bytes = body.toByteArray();
        return settle() ? bytes : null;
    }

    /** Ends the collecting; true for the first caller only, who then must answer or hand on the request. */
    synchronized boolean settle() {
        if (settled) {
            return false;
        }
        settled = true;
        inFlight.addAndGet(-body.size());
        body.reset();
        if (deadline != null) {
            deadline.cancel(false);
        }
        return true;
    }
}
