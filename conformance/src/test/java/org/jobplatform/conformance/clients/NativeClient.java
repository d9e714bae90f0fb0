package org.jobplatform.conformance.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Written from the API's own page with the oldest client of the JDK. */
final class NativeClient {
    private final String url;
    private final String key;

    NativeClient(String url, String key) {
        this.url = url + "/platform/v1/";
        this.key = key;
    }

    /** Makes or changes a job. */
    void job(String id, String document) throws IOException {
        send("PUT", "jobs/" + id, document, "");
    }

    /** Starts a run under an id of its own, and waits for its end for as long as the server lets it. */
    String run(String id, String document) throws IOException {
        return send("PUT", "runs/" + id, document, "wait=30");
    }

    String start(String id, String document) throws IOException {
        return send("PUT", "runs/" + id, document, "");
    }

    String stop(String id) throws IOException {
        return send("POST", "runs/" + id + "/stop", "{\"mode\":\"now\"}", "");
    }

    String get(String path) throws IOException {
        return send("GET", path, "", "");
    }

    private String send(String method, String path, String body, String prefer) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        if (!prefer.isEmpty()) {
            connection.setRequestProperty("Prefer", prefer);
        }
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
