package org.jobplatform.conformance.clients;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written from the vendor's pages with the JDK's HTTP client as it comes. */
final class StarfishClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private String token = "";

    StarfishClient(String url) {
        this.url = url;
    }

    void login(String user, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        token = member(
                send(HttpRequest.newBuilder(URI.create(url + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))),
                "access_token");
    }

    /** Asks for a run, and says whether it was started. */
    boolean executeAsync(String run, String project, String job) throws IOException, InterruptedException {
        return member(post("ExecuteJobAsync", request(run, project, job)), "started")
                .equals("true");
    }

    String execute(String run, String project, String job) throws IOException, InterruptedException {
        return post("ExecuteJob", request(run, project, job));
    }

    String results(String run) throws IOException, InterruptedException {
        return send(authorized("/v1/Results/" + run));
    }

    private static String request(String run, String project, String job) {
        return "{\"runID\":\"" + run + "\",\"projectID\":\"" + project + "\",\"jobID\":\"" + job
                + "\",\"loggingLevel\":2}";
    }

    private String post(String call, String body) throws IOException, InterruptedException {
        return send(
                authorized("/v1/" + call).header("Content-Type", "text/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    static String member(String json, String name) {
        Matcher member = Pattern.compile('"' + name + "\":\"?([^\",}\\]]*)").matcher(json);
        if (!member.find()) {
            throw new IllegalStateException("there is no " + name + " in " + json);
        }
        return member.group(1);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
