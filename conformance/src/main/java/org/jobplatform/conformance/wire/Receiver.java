package org.jobplatform.conformance.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client's web server. What comes under the first segment of a path is kept for whoever asks for that segment. */
public final class Receiver implements AutoCloseable {
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(25);

    private final ServerSocket socket;
    private final Map<String, BlockingQueue<Call>> calls = new ConcurrentHashMap<>();

    /** Listens at this address, on a free port. */
    public Receiver(InetAddress address) {
        try {
            socket = new ServerSocket();
            socket.bind(new InetSocketAddress(address, 0), 500);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens, without a path. */
    public String url() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout((int) LONGEST_HOLD.toMillis());
            Message request = Message.read(new BufferedInputStream(connection.getInputStream()), true);
            Call call = new Call(request, new CompletableFuture<>());
            queue(segment(request.startLine())).add(call);
            int status = call.status().get(LONGEST_HOLD.toSeconds(), TimeUnit.SECONDS);
            String answer = "HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            connection.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException | ExecutionException | TimeoutException gone) {
            // A sender that gives up tries again; one that nobody asks after is not answered.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String segment(String requestLine) {
        String[] words = requestLine.split(" ", 3);
        String[] segments = words.length > 1 ? words[1].split("[/?]", -1) : new String[0];
        return segments.length > 1 ? segments[1] : "";
    }

    private BlockingQueue<Call> queue(String segment) {
        return calls.computeIfAbsent(segment, name -> new LinkedBlockingQueue<>());
    }

    /** The next call under this segment; empty when none comes in time. The caller answers it. */
    public Optional<Call> next(String segment, Duration within) {
        try {
            return Optional.ofNullable(queue(segment).poll(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
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
