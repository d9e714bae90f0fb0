package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/** A server that speaks this dialect, with the vendor's sample app and a client of it. */
final class InfolinkFixture implements AutoCloseable {
    static final String KEY = "an-api-key-of-the-operator";
    static final String VIEWER_KEY = "an-api-key-of-the-viewer";
    static final String EXECUTE = "/api/v1/executeJob.jsp";

    private static final JsonMapper JSON = new JsonMapper();

    final RestFixture platform = new RestFixture();
    private final HttpClient client = HttpClient.newHttpClient();
    private final RestServer server;

    /** An answer; its body is JSON, whatever its status. */
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
            return InfolinkFixture.json(http.body());
        }

        JsonNode result() {
            return json().path("result");
        }

        /** The message of an error envelope with exactly its members; an answer of success has none. */
        String error() {
            JsonNode envelope = json();
            boolean error = envelope.size() == 2
                    && envelope.path("status").asText().equals("error")
                    && envelope.path("result").size() == 1;
            if (!error) {
                throw new AssertionError("no error: " + text());
            }
            return envelope.path("result").path("message").textValue();
        }
    }

    InfolinkFixture() {
        this(Duration.ofSeconds(20));
    }

    InfolinkFixture(Duration longestWait) {
        InfolinkApi api = new InfolinkApi(
                platform.jobs(), platform.runs(), platform.start(), platform.stop(), platform.await(), longestWait);
        server = platform.serve(List.of(api.dialect()), api.resources(), List.of(api.credentials()));
        platform.addUser("operator", "secret", Role.OPERATOR);
        platform.addUser("viewer", "secret", Role.VIEWER);
        platform.addKey("operator", KEY);
        platform.addKey("viewer", VIEWER_KEY);
        addJob("job-7-main", "7", "Main");
    }

    void addJob(String id, String project, String name) {
        platform.addJob(JobExamples.job(
                id, JobExamples.definition(new ProjectPath(project), new JobName(name), new JobType("MTT"))));
    }

    RestServer server() {
        return server;
    }

    /** JSON written with single quotes. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** An {@code executeJob} with the key and these further members, written with single quotes. */
    Answer execute(String members) {
        return post(EXECUTE, "{'apiKey':'" + KEY + "'," + members + "}");
    }

    /** A start of the scenario {@code Main} of app 7, with these further members, each with a comma before it. */
    Answer main(String more) {
        return execute("'appId':'7','operation':{'opName':'RunScenario','opParams':{'scenario':'Main','parameters':{}}}"
                + more);
    }

    /** As {@link #main}, while the caller goes on. */
    CompletableFuture<Answer> mainMeanwhile(String more) {
        return CompletableFuture.supplyAsync(() -> main(more), Thread::startVirtualThread);
    }

    Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')));
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    /** Asks for a run of app 7. */
    Answer get(String call, String jobId) {
        return get("/api/v1/" + call + "?apiKey=" + KEY + "&appId=7&jobId="
                + URLEncoder.encode(jobId, StandardCharsets.UTF_8));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(RestFixture.uri(server, path)).timeout(Duration.ofSeconds(30));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new CompletionException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** How many runs there are. */
    int runs() {
        return platform.storage()
                .index()
                .page(RunFilter.ALL, Optional.empty(), 1_000)
                .size();
    }

    @Override
    public void close() {
        client.close();
        platform.close();
    }
}
