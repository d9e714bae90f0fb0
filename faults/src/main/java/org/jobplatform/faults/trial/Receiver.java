package org.jobplatform.faults.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jobplatform.faults.judge.Receipt;

/** A client's web server that confirms callbacks, and remembers them. */
public final class Receiver implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Set<String> runs = ConcurrentHashMap.newKeySet();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode run = JSON.readTree(exchange.getRequestBody()).path("run");
            receipts.add(new Receipt(run.path("id").asText(), run.path("state").asText()));
            runs.add(run.path("id").asText());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ended";
    }

    /** Says whether it was told of a run. */
    boolean hasHeardOf(String run) {
        return runs.contains(run);
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
