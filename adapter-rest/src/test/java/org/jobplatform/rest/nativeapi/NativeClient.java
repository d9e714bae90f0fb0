package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/** A client of the native API with one credential. */
final class NativeClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RestServer server;
    private final String token;

    NativeClient(RestServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Its credential. */
    String token() {
        return token;
    }

    /** An answer whose body is text. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String text() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }
    }

    /** JSON written with single quotes. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** Sends exactly this, under the API's prefix when the path is relative. */
    Answer send(String method, String path, String body, String... headers) {
        String absolute = path.startsWith("/") ? path : NativeApi.PREFIX + "/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(RestFixture.uri(server, absolute))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = new String[headers.length + more.length];
        System.arraycopy(headers, 0, all, 0, headers.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    @Override
    public void close() {
        http.close();
    }
}
