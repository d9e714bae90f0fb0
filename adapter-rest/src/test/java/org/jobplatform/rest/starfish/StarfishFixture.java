package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/** A server that speaks this dialect, with a job that takes rows and one that does not, and a client of it. */
final class StarfishFixture implements AutoCloseable {
    static final String KEY = "an-api-key-of-the-operator";
    static final String VIEWER_KEY = "an-api-key-of-the-viewer";
    static final String RUN = "0F8FAD5B-D9CB-469F-A165-70867728950E";
    static final String OTHER_RUN = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    static final String PROJECT = "Sales";
    /** Takes rows, and is called Load. */
    static final String JOB = "load-1";
    /** Takes no rows. */
    static final String PLAIN_JOB = "plain-1";

    private static final JsonMapper JSON = new JsonMapper();

    final RestFixture platform = new RestFixture(new StarfishCallbackFormat());
    private final HttpClient client = HttpClient.newHttpClient();
    private final RestServer server;

    /** An answer; its body as JSON where it is. */
    record Answer(int status, String text, JsonNode body, HttpResponse<String> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        JsonNode at(String name) {
            return body.path(name);
        }

        /** What is wrong with this field of the request, and nothing else. */
        String problem(String field) {
            JsonNode state = body.path("ModelState");
            return state.size() == 1 && state.path(field).size() == 1
                    ? state.path(field).path(0).asText()
                    : "not only " + field + ": " + text;
        }
    }

    StarfishFixture() {
        this(Duration.ofMinutes(2));
    }

    StarfishFixture(Duration longestWait) {
        StarfishApi api = new StarfishApi(
                platform.credentials(),
                platform.jobs(),
                platform.runs(),
                platform.start(),
                platform.awaitChain(),
                longestWait);
        server = platform.serve(api.dialects(), api.resources(), List.of(api.credentials()));
        platform.addUser("operator", "secret", Role.OPERATOR);
        platform.addUser("viewer", "secret", Role.VIEWER);
        platform.addKey("operator", KEY);
        platform.addKey("viewer", VIEWER_KEY);
        addJob(JOB, PROJECT, "Load", "rows");
        addJob(PLAIN_JOB, PROJECT, "Plain", "noop");
    }

    Job addJob(String id, String project, String name, String runner, String... next) {
        return platform.addJob(JobExamples.job(
                id,
                JobExamples.definition(new ProjectPath(project), new JobName(name))
                        .withRunner(new RunnerConfiguration(runner, Map.of()))
                        .withNext(Stream.of(next).map(JobId::new).toList())));
    }

    /** How many runs there are. */
    int runs() {
        int count = 0;
        while (platform.storage().index().find(new RunNumber(count + 1)).isPresent()) {
            count++;
        }
        return count;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(RestFixture.uri(server, path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + KEY);
    }

    /** The request of a start of the job that takes rows, as JSON. */
    static ObjectNode start() {
        return JSON.createObjectNode()
                .put("runID", RUN)
                .put("projectID", PROJECT)
                .put("jobID", JOB);
    }

    Answer executeAsync(JsonNode body) {
        return post("/v1/ExecuteJobAsync", "application/json", body.toString());
    }

    Answer execute(JsonNode body) {
        return post("/v1/ExecuteJob", "application/json", body.toString());
    }

    Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    json ? JSON.readTree(answer.body()) : MissingNode.getInstance(),
                    answer);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        client.close();
        platform.close();
    }
}
