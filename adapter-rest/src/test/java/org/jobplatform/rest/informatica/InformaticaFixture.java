package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/** A server that speaks this dialect, with the vendor's two sample tasks, and a client of it. */
final class InformaticaFixture implements AutoCloseable {
    static final String KEY = "an-api-key-of-the-operator";
    static final String WORKFLOW = "0034J90000000M";
    static final String MAPPING = "0100000Z000009";

    private static final JsonMapper JSON = new JsonMapper();

    final RestFixture platform = new RestFixture(new InformaticaCallbackFormat(DeliveryPolicy.INFORMATICA_CURRENT));
    private final HttpClient client = HttpClient.newHttpClient();
    private final RestServer server;
    private final String session;

    /** An answer. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {
        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        JsonNode at(String name) {
            return body.path(name);
        }
    }

    InformaticaFixture() {
        this(Optional.empty());
    }

    InformaticaFixture(Optional<URI> publicUrl) {
        InformaticaApi api = new InformaticaApi(
                platform.credentials(),
                platform.jobs(),
                platform.steps(),
                platform.runs(),
                platform.start(),
                platform.stopJob(),
                platform.time(),
                publicUrl);
        server = platform.serve(api.dialects(), api.resources(), List.of(api.credentials()));
        platform.addUser("operator", "secret", Role.OPERATOR);
        platform.addUser("viewer", "secret", Role.VIEWER);
        platform.addKey("operator", KEY);
        addJob(WORKFLOW, "Default", "taskName", "WORKFLOW");
        addJob(MAPPING, "Default", "MappingTask1", "MTT");
        session = platform.credentials()
                .logIn("operator", "secret", SessionHeader.IDLE, "")
                .token();
    }

    Job addJob(String id, String project, String name, String type) {
        return platform.addJob(JobExamples.job(
                id, JobExamples.definition(new ProjectPath(project), new JobName(name), new JobType(type))));
    }

    InetSocketAddress address() {
        return server.address();
    }

    String session() {
        return session;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(RestFixture.uri(server, path)).timeout(Duration.ofSeconds(20));
    }

    Answer get(String path) {
        return send(request(path).header("icSessionId", session).GET());
    }

    Answer post(String path, String body) {
        return send(request(path)
                .header("icSessionId", session)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Starts the task with this id beside others, and returns the number of its run. */
    int start(String task, String type) {
        String body = "{'taskId':'" + task + "','taskType':'" + type + "','runtime':{}}";
        return post("/api/v2/job", body.replace('\'', '"')).at("runId").asInt();
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            boolean json = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/json"))
                    .isPresent();
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(json ? answer.body() : "{}".getBytes(StandardCharsets.UTF_8)),
                    answer);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Sends these lines as the head of a request, and this body, and returns all that comes until the server closes. */
    String raw(String body, String... head) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String lines =
                String.join("\r\n", head) + "\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(address(), 5_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
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
