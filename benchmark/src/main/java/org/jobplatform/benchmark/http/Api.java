package org.jobplatform.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One blocking connection, for everything but the load itself. For one thread. */
public final class Api implements AutoCloseable {
    /** Well within the time after which the server closes a connection that rests. */
    private static final long LONGEST_REST_NANOS = 5_000_000_000L;

    private final InetSocketAddress server;
    private final Incoming incoming = new Incoming();
    private Socket socket;
    private long lastUsed = System.nanoTime();

    /** Connects. */
    public Api(InetSocketAddress server) {
        this.server = server;
        this.socket = connect();
    }

    /**
     * Sends the request and returns the body of the answer.
     *
     * @throws IllegalStateException when the status is not 2xx
     */
    public String call(byte[] request) {
        try {
            if (System.nanoTime() - lastUsed > LONGEST_REST_NANOS) {
                reconnect();
            }
            socket.getOutputStream().write(request);
            incoming.clear();
            while (!incoming.isComplete()) {
                incoming.readFrom(socket.getInputStream());
            }
            String body = incoming.body();
            if (incoming.status() / 100 != 2) {
                throw new IllegalStateException("the server answered " + incoming.status() + ": " + body);
            }
            if (incoming.isLast()) {
                reconnect();
            }
            lastUsed = System.nanoTime();
            return body;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
    }

    private Socket connect() {
        try {
            Socket connected = new Socket(server.getAddress(), server.getPort());
            connected.setTcpNoDelay(true);
            return connected;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
