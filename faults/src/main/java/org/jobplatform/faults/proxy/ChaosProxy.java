package org.jobplatform.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy in front of a server of this machine, whose network can be made bad and good again. */
public final class ChaosProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;

    /** Listens on a free port of the loopback address, in front of the port of a server there. */
    public ChaosProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Changes the network, for connections that are there too. */
    public void set(Mode next) {
        mode = next;
        if (next == Mode.RESET) {
            cut();
        }
    }

    /** Resets every connection that is there. */
    public void cut() {
        links.forEach(Link::reset);
    }

    /** How many answers to a COMMIT were dropped. */
    public int dropped() {
        return dropped.get();
    }

    Mode mode() {
        return mode;
    }

    /** Says whether this answer to a COMMIT is one that is dropped: every fifth, so that some get through. */
    boolean drops() {
        boolean drops = commits.incrementAndGet() % 5 == 0;
        if (drops) {
            dropped.incrementAndGet();
        }
        return drops;
    }

    void forget(Link link) {
        links.remove(link);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // The end of it.
            return;
        }
    }

    private void connect(Socket client) {
        try {
            if (mode == Mode.RESET) {
                Link.reset(client);
                return;
            }
            Socket server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            Link link = new Link(this, client, server);
            links.add(link);
            link.start();
        } catch (IOException refused) {
            Link.reset(client);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }
}
