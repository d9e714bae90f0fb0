package org.jobplatform.callback;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * Closes what an attempt has left open. An attempt that is given up while its connection is just coming about, or shaking hands, cannot
 * always be ended through the client.
 */
final class LateCloser implements AutoCloseable {

    private final Duration patience;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("callback-closer").factory(), new ThreadPoolExecutor.DiscardPolicy());

    /** @param patience how long a connection may be open */
    LateCloser(Duration patience) {
        this.patience = patience;
    }

    /** Closes the connection when its time is over; does not keep it in memory until then. */
    void watch(IOSession session) {
        WeakReference<IOSession> watched = new WeakReference<>(session);
        ScheduledFuture<?> _ = timer.schedule(() -> close(watched.get()), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void close(@Nullable IOSession session) {
        if (session != null) {
            session.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
