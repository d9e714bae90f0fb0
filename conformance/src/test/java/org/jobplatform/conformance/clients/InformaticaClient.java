package org.jobplatform.conformance.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Written from the vendor's pages with the JDK's HTTP client as it comes, which offers HTTP/2. */
final class InformaticaClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String loginHost;
    private String serverUrl = "";
    private String session = "";

    InformaticaClient(String loginHost) {
        this.loginHost = loginHost;
    }

    void login(String user, String password) throws IOException, InterruptedException {
        String answer = ok(send(HttpRequest.newBuilder(URI.create(loginHost + "/saas/public/core/v3/login"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}"))));
        session = member(answer, "sessionId");
        serverUrl = member(answer, "baseApiUrl");
    }

    /** Starts a task by its name. @return the run id */
    int start(String task, String type) throws IOException, InterruptedException {
        return Integer.parseInt(member(
                ok(post(
                        "/api/v2/job",
                        "{\"@type\":\"job\",\"taskName\":\"" + task + "\",\"taskType\":\"" + type + "\"}")),
                "runId"));
    }

    boolean isRunning(int run) throws IOException, InterruptedException {
        return ok(get("/api/v2/activity/activityMonitor?details=true")).contains("\"runId\":" + run + ",");
    }

    String logEntry(int run) throws IOException, InterruptedException {
        return ok(get("/api/v2/activity/activityLog?runId=" + run + "&offset=0&rowLimit=1"));
    }

    String sessionLog(String entry) throws IOException, InterruptedException {
        HttpResponse<byte[]> zip = http.send(
                request("/api/v2/activity/activityLog/" + member(entry, "id") + "/sessionLog")
                        .build(),
                BodyHandlers.ofByteArray());
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            if (files.getNextEntry() == null) {
                throw new IOException("no file in " + zip);
            }
            return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String stop(String task, String type) throws IOException, InterruptedException {
        return ok(post(
                "/api/v2/job/stop", "{\"@type\":\"job\",\"taskName\":\"" + task + "\",\"taskType\":\"" + type + "\"}"));
    }

    void logout() throws IOException, InterruptedException {
        ok(send(request("/public/core/v3/logout").POST(BodyPublishers.noBody())));
    }

    static String member(String json, String name) {
        Matcher member = Pattern.compile('"' + name + "\":\"?([^\",}\\]]*)").matcher(json);
        if (!member.find()) {
            throw new IllegalStateException("there is no " + name + " in " + json);
        }
        return member.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(serverUrl + path))
                .header("INFA-SESSION-ID", session)
                .header("icSessionId", session);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
