package org.jobplatform.conformance.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written from the vendor's pages with the JDK's HTTP client as it comes. It escapes the braces, as {@code URI} demands. */
final class NexusClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private String hash = "";

    NexusClient(String url) {
        this.url = url + "/icweb.dll/";
    }

    void login(String user, String password) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "security/login"))
                        .header("Authorization", "BASIC " + basic)
                        .build(),
                BodyHandlers.ofString());
        Matcher found = Pattern.compile("\"hash\":\"([^\"]+)\"").matcher(answer.body());
        if (!found.find()) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        hash = found.group(1);
    }

    String status(String guid) throws IOException, InterruptedException {
        return get("jobStatus", guid).body();
    }

    HttpResponse<String> content(String guid) throws IOException, InterruptedException {
        return get("jobContent", guid);
    }

    private HttpResponse<String> get(String call, String guid) throws IOException, InterruptedException {
        String id = "%7B" + guid.toUpperCase(Locale.ROOT) + "%7D";
        return http.send(
                HttpRequest.newBuilder(URI.create(url + call + "?id=" + id + "&hash=" + hash))
                        .build(),
                BodyHandlers.ofString());
    }
}
