package org.jobplatform.application.port;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP receiver of callbacks on a free port of 127.0.0.1: gives one answer to everybody and keeps what it was told. */
public final class CallbackReceiver implements AutoCloseable {
    /**
     * A request as it arrived.
     *
     * @param target path and query as they were written
     * @param mediaType the Content-Type; empty without one
     * @param body read as UTF-8
     */
    public record Request(
            String method, String target, String mediaType, Map<String, List<String>> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> received = new CopyOnWriteArrayList<>();

    private CallbackReceiver(int status, Map<String, String> headers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                received.add(request(exchange));
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    /** A receiver that answers with this status. */
    public static CallbackReceiver answering(int status) throws IOException {
        return answering(status, Map.of());
    }

    /** A receiver that answers with this status and these headers. */
    public static CallbackReceiver answering(int status, Map<String, String> headers) throws IOException {
        return new CallbackReceiver(status, headers);
    }

    /** Its address. */
    public String url(String target) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + target;
    }

    /** Everything that arrived, in the order of arrival. */
    public List<Request> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static Request request(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .orElse(""),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
