package org.jobplatform.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Sends a load over many connections, with one request at a time on each, on the caller's thread alone. */
public final class LoadClient implements AutoCloseable {
    private static final long LATE = 2_000;
    private static final long PATIENCE_MILLIS = 60_000;

    private final InetSocketAddress server;
    private final Selector selector;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int busy;

    /** Connects so many times. */
    public LoadClient(InetSocketAddress server, int connections) {
        this.server = server;
        try {
            this.selector = Selector.open();
            for (int i = 0; i < connections; i++) {
                idle.add(new Connection());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Sends the load, and returns when everything that was sent has been answered.
     *
     * @param answers told of every answer, in the order of arrival
     * @throws IllegalStateException when a connection ends under a request, or nothing is answered for a minute
     */
    public void send(Load load, Consumer<Answer> answers) {
        try {
            boolean more = true;
            while (more || busy > 0) {
                more = more && sendDue(load);
                await(more && !idle.isEmpty() ? load.due() : Long.MAX_VALUE, answers);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean sendDue(Load load) throws IOException {
        while (!idle.isEmpty()) {
            long due = load.due();
            long now = WallClock.micros();
            if (due > now) {
                return true;
            }
            byte[] request = load.next();
            if (request == null) {
                return false;
            }
            idle.remove().send(request, due > 0 && now - due > LATE ? due : now);
            busy++;
        }
        return true;
    }

    private void await(long due, Consumer<Answer> answers) throws IOException {
        if (busy == 0 && due == Long.MAX_VALUE) {
            return;
        }
        long millis = due == Long.MAX_VALUE ? PATIENCE_MILLIS : (due - WallClock.micros() + 999) / 1_000;
        int ready = millis <= 0 ? selector.selectNow() : selector.select(millis);
        if (ready == 0 && due == Long.MAX_VALUE) {
            throw new IllegalStateException("no answer for a minute to " + busy + " requests");
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Connection) key.attachment()).receive(answers);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class Connection {
        private final Incoming incoming = new Incoming();
        private SocketChannel channel;
        private boolean waiting;
        private long sent;

        Connection() throws IOException {
            channel = open();
        }

        private SocketChannel open() throws IOException {
            SocketChannel opened = SocketChannel.open(server);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void send(byte[] request, long at) throws IOException {
            incoming.clear();
            waiting = true;
            sent = at;
            if (channel.write(ByteBuffer.wrap(request)) != request.length) {
                throw new IllegalStateException("the server does not take requests of " + request.length + " bytes");
            }
        }

        void receive(Consumer<Answer> answers) throws IOException {
            boolean open = incoming.readFrom(channel);
            if (waiting && incoming.isComplete()) {
                waiting = false;
                busy--;
                answers.accept(new Answer(incoming.status(), incoming.locationName(), sent, WallClock.micros()));
                renew(open && !incoming.isLast());
                idle.add(this);
            } else if (!open) {
                if (waiting) {
                    throw new IllegalStateException("the server closed a connection instead of answering");
                }
                renew(false);
            }
        }

        private void renew(boolean reusable) throws IOException {
            if (!reusable) {
                channel.close();
                channel = open();
            }
        }
    }
}
