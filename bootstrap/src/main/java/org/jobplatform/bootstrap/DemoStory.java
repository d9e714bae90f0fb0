package org.jobplatform.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the demonstration does and says, all of it over HTTP like any client. */
final class DemoStory {
    private static final int BAR = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> UNFINISHED = Set.of("QUEUED", "STARTING", "RUNNING", "STOPPING");

    private final URI server;
    private final CallbackReceiver receiver;
    private final String password;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private String session = "";
    private int shown = -1;

    DemoStory(URI server, CallbackReceiver receiver, String password, PrintStream out) {
        this.server = server;
        this.receiver = receiver;
        this.password = password;
        this.out = out;
    }

    void tell() throws IOException, InterruptedException {
        say("server", server + " on a scratch folder, with the jobs of examples/jobs");
        logIn();
        JsonNode job = start();
        JsonNode run = follow(job.path("runId").asInt());
        say("callback", "POST " + receiver.url());
        say("", receiver.await(PATIENCE));
        say("content", "GET " + run.path("links").path("content").asText());
        say("", get(run.path("links").path("content").asText()).strip());
        say(
                "done",
                "run " + job.path("runId") + " is " + run.path("state").asText() + "; the scratch folder is deleted");
    }

    private void logIn() throws IOException, InterruptedException {
        String body = json.createObjectNode()
                .put("@type", "login")
                .put("username", "admin")
                .put("password", password)
                .toString();
        session = json.readTree(post("/ma/api/v2/user/login", body))
                .path("icSessionId")
                .asText();
        say("login", "POST /ma/api/v2/user/login as admin, the Informatica way");
    }

    private JsonNode start() throws IOException, InterruptedException {
        String body = json.createObjectNode()
                .put("@type", "job")
                .put("taskName", "SalesReport")
                .put("taskType", "MTT")
                .put("callbackURL", receiver.url())
                .toString();
        String answer = post("/saas/api/v2/job", body);
        say("start", "POST /saas/api/v2/job " + body);
        say("", answer);
        return json.readTree(answer);
    }

    private JsonNode follow(int number) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        JsonNode run;
        do {
            run = newestRun();
            if (run.path("number").asInt() != number || System.nanoTime() > giveUpAt) {
                throw new StartFailure("run " + number + " cannot be followed: " + run);
            }
            showBar(run);
            Thread.sleep(Duration.ofMillis(100));
        } while (UNFINISHED.contains(run.path("state").asText()));
        if (terminal) {
            out.println();
        }
        if (!run.path("state").asText().equals("COMPLETED")) {
            throw new StartFailure("the run ended otherwise than it should: " + run);
        }
        return run;
    }

    private JsonNode newestRun() throws IOException, InterruptedException {
        return json.readTree(get("/platform/v1/runs?limit=1")).path("runs").path(0);
    }

    private void showBar(JsonNode run) {
        int percent = run.path("percent").asInt();
        int full = BAR * percent / 100;
        String bar = "#".repeat(full) + "-".repeat(BAR - full);
        // On a terminal the bar is drawn over itself; elsewhere every change is a line.
        if (terminal || percent != shown) {
            String end = terminal ? "\r" : "\n";
            out.printf(
                    "%-9s [%s] %3d %% %-28s%s",
                    "progress", bar, percent, run.path("summary").asText(), end);
            out.flush();
        }
        shown = percent;
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        if (!session.isEmpty()) {
            request.header("icSessionId", session).header("Authorization", "Bearer " + session);
        }
        return request;
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new StartFailure("the server answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void say(String what, String text) {
        out.printf("%-9s %s%n", what, text);
    }
}
