package org.jobplatform.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Receivers of native callbacks on ports of their own, all served by one thread, that confirm everything at once. */
public final class Receivers implements AutoCloseable {
    private static final byte[] CONFIRMED = Incoming.ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] RUN_ID = Incoming.ascii("\"run\":{\"id\":\"");

    private final Selector selector;
    private final List<String> addresses = new ArrayList<>();
    private final Set<String> runs = ConcurrentHashMap.newKeySet();

    /** Listens on so many free ports of the loopback address. */
    public Receivers(int count) {
        try {
            selector = Selector.open();
            for (int i = 0; i < count; i++) {
                ServerSocketChannel port = ServerSocketChannel.open();
                port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
                port.configureBlocking(false);
                port.register(selector, SelectionKey.OP_ACCEPT);
                addresses.add("http://127.0.0.1:" + port.socket().getLocalPort() + "/ended");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofPlatform().daemon().name("receivers").start(this::serve);
    }

    /** Where the receivers are. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** The ids of the runs that were told of; grows. */
    public Set<String> runs() {
        return runs;
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (ClosedSelectorException closed) {
            // The end of it.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.channel() instanceof ServerSocketChannel port) {
                SocketChannel accepted = port.accept();
                accepted.configureBlocking(false);
                accepted.register(selector, SelectionKey.OP_READ, new Incoming());
            } else if (key.channel() instanceof SocketChannel channel) {
                receive(channel, (Incoming) key.attachment());
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void receive(SocketChannel channel, Incoming incoming) throws IOException {
        if (!incoming.readFrom(channel)) {
            channel.close();
        } else if (incoming.isComplete()) {
            runs.add(incoming.quotedAfter(RUN_ID));
            channel.write(ByteBuffer.wrap(CONFIRMED));
            incoming.clear();
        }
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
}
