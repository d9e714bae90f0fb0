package org.jobplatform.faults.proxy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One connection through a proxy: a pump for each direction. */
final class Link {
    private static final Duration LATE = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** The tag by which PostgreSQL says that the command which ends a transaction is complete. */
    private static final String COMMITTED = "COMMIT\0";

    /** The tags of changes; outside of a transaction block they are committed by themselves. */
    private static final List<String> CHANGED = List.of("INSERT 0 ", "UPDATE ");

    /** PostgreSQL is ready for more, and in no transaction block. */
    private static final String IDLE = "Z\0\0\0\5I";

    private final ChaosProxy proxy;
    private final Socket client;
    private final Socket server;

    Link(ChaosProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(client, server, false));
        Thread.ofVirtual().start(() -> pump(server, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16_384];
        try {
            from.setTcpNoDelay(true);
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!mayPass(answers, buffer, read)) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // By either end, or by the proxy; the other end is told below.
            proxy.forget(this);
        } finally {
            reset();
        }
    }

    /** Waits as long as the network holds it back; false when it is not to pass at all. */
    private boolean mayPass(boolean answers, byte[] buffer, int length) {
        Mode mode = proxy.mode();
        if (mode == Mode.SLOW) {
            LockSupport.parkNanos(LATE.toNanos());
        }
        if (mode == Mode.DROP_COMMIT
                && answers
                && tellsOfCommit(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))
                && proxy.drops()) {
            return false;
        }
        while ((proxy.mode() == Mode.BLACK_HOLE || (proxy.mode() == Mode.DEAF && answers)) && !client.isClosed()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    private static boolean tellsOfCommit(String answer) {
        return answer.contains(COMMITTED)
                || (answer.endsWith(IDLE) && CHANGED.stream().anyMatch(answer::contains));
    }

    void reset() {
        reset(client);
        reset(server);
        proxy.forget(this);
    }

    static void reset(Socket socket) {
        try {
            // Without waiting for what is on its way: the other end gets a reset.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
            return;
        }
    }
}
