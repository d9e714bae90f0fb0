package org.jobplatform.bootstrap.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A client's web server that takes connections and never answers. */
final class HangingReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    HangingReceiver() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = server.accept();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofVirtual().start(() -> hold(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void hold(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException cut) {
            // The caller has given up.
        } finally {
            open.decrementAndGet();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/ended";
    }

    /** Callers that wait for an answer now. */
    int waiting() {
        return open.get();
    }

    /** Most callers that ever waited at once. */
    int mostWaiting() {
        return mostOpen.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
