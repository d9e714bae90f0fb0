package org.jobplatform.benchmark.http;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The bytes of requests to one server, made once and sent often. */
public final class Request {
    private final InetSocketAddress server;
    private final String authorization;

    /** @param key an API key of the server */
    public Request(InetSocketAddress server, String key) {
        this.server = server;
        this.authorization = "Authorization: Bearer " + key;
    }

    /** A request without body. */
    public byte[] get(String path) {
        return bytes("GET", path, "", "");
    }

    /** A request with a JSON body. */
    public byte[] send(String method, String path, String body) {
        return bytes(method, path, "", body);
    }

    /**
     * A request with a JSON body and a further header.
     *
     * @param header name, colon and value
     */
    public byte[] send(String method, String path, String header, String body) {
        return bytes(method, path, header + "\r\n", body);
    }

    private byte[] bytes(String method, String path, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String type = content.length == 0
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n";
        String text = method + " " + path + " HTTP/1.1\r\nHost: " + server.getHostString() + ":" + server.getPort()
                + "\r\n" + authorization + "\r\n" + headers + type + "\r\n" + body;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
