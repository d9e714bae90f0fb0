package org.jobplatform.bootstrap;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A little web server of the demonstration that takes callbacks, as a client's own server would. */
final class CallbackReceiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();

    private CallbackReceiver(HttpServer server) {
        this.server = server;
    }

    static CallbackReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CallbackReceiver receiver = new CallbackReceiver(server);
        server.createContext("/ended", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, -1);
                receiver.bodies.add(new String(body, StandardCharsets.UTF_8));
            }
        });
        server.start();
        return receiver;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/ended";
    }

    /** The next callback's body. @throws StartFailure when none comes in time */
    String await(Duration longest) throws InterruptedException {
        String body = bodies.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (body == null) {
            throw new StartFailure("no callback came within " + longest.toSeconds() + " s");
        }
        return body;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
