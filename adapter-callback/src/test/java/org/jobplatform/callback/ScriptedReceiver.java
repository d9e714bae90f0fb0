package org.jobplatform.callback;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A receiver of callbacks that answers every request as scripted, byte by byte if need be. */
final class ScriptedReceiver implements AutoCloseable {

    /** What to do with a connection once its request is read. The connection is closed when the script ends. */
    interface Script {
        void play(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final BlockingQueue<ReceivedRequest> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore ended = new Semaphore(0);

    ScriptedReceiver(Script script) {
        this("127.0.0.1", 0, script);
    }

    ScriptedReceiver(String address, int port, Script script) {
        this(listening(address, port), script);
    }

    ScriptedReceiver(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket listening(String address, int port) {
        try {
            return new ServerSocket(port, 512, InetAddress.getByName(address));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Answers with this text and no more. */
    static Script answering(String text) {
        return socket -> write(socket, text);
    }

    /** Answers with this status and no body. */
    static Script status(int status) {
        return answering("HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\n\r\n");
    }

    /** Says nothing until the other side goes away. */
    static Script silent() {
        return ScriptedReceiver::awaitPeerLeft;
    }

    /** Says this, then for ever the other, as fast as it is taken. */
    static Script flooding(String first, String again) {
        return socket -> {
            write(socket, first);
            byte[] chunk = again.repeat(1 + 8_000 / again.length()).getBytes(StandardCharsets.ISO_8859_1);
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 1_000_000; i++) {
                out.write(chunk);
            }
        };
    }

    /** Says the first text at once, then the other for ever, slowly. */
    static Script dripping(String first, String drop) {
        return socket -> {
            write(socket, first);
            for (int i = 0; i < 10_000; i++) {
                write(socket, drop);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        };
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static void awaitPeerLeft(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(ReceivedRequest.read(socket.getInputStream()));
            script.play(socket);
        } catch (IOException cut) {
            // The other side left, which is what many tests wait for.
        } finally {
            ended.release();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    String url() {
        return url("127.0.0.1", "/callback");
    }

    int connections() {
        return connections.get();
    }

    int requestsLeft() {
        return requests.size();
    }

    ReceivedRequest nextRequest() throws InterruptedException {
        ReceivedRequest request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request arrived");
        }
        return request;
    }

    /** Whether so many scripts have ended, having been cut off or played to their end. */
    boolean ended(int scripts) throws InterruptedException {
        return ended.tryAcquire(scripts, 20, TimeUnit.SECONDS);
    }

    /** Whether every connection there has been is closed again. */
    boolean allEnded() {
        for (int i = 0; i < 2_000 && ended.availablePermits() < connections(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return ended.availablePermits() == connections();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
