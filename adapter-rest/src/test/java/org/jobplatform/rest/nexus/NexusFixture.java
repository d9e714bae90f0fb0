package org.jobplatform.rest.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/**
 * A server that speaks this dialect, and a client of it that sends every byte by itself: the dialect's clients send what
 * Java's own refuses.
 */
final class NexusFixture implements AutoCloseable {
    static final String GUID = "faaf7fbc-0475-45ed-a148-02238e75c395";
    static final String SHOWN = "{FAAF7FBC-0475-45ED-A148-02238E75C395}";
    static final String KEY = "an-api-key-of-the-viewer";

    private static final JsonMapper JSON = new JsonMapper();

    final RestFixture platform = new RestFixture();
    private final RestServer server;
    private final Job job;
    private final String hash;

    /** An answer: status line and fields in lower case, and the body. */
    record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }
    }

    NexusFixture() {
        NexusApi api = new NexusApi(platform.credentials(), platform.runs());
        server = platform.serve(List.of(api.dialect()), api.resources(), List.of(api.credentials()));
        platform.addUser("viewer", "pass:word", Role.VIEWER);
        platform.addKey("viewer", KEY);
        job = platform.addJob(JobExamples.job(
                "report", JobExamples.definition(ProjectPath.DEFAULT, new JobName("Report"), new JobType("MTT"))));
        hash = platform.credentials()
                .logIn("viewer", "pass:word", HashReader.IDLE, "")
                .token();
    }

    String hash() {
        return hash;
    }

    /** Starts a run of this id through another dialect. */
    void start(String id, String requester) {
        platform.start()
                .start(new StartCommand(
                        job.id(),
                        Optional.of(new RunId(id)),
                        Optional.empty(),
                        StartOptions.DEFAULT,
                        false,
                        new Caller(Dialect.NATIVE, AccessExamples.everywhere(requester, Role.OPERATOR), "")));
    }

    static Script leaving(String mediaType, String fileName, String content) {
        return context -> {
            try {
                context.content(
                        mediaType, fileName, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return new RunOutcome.Completed();
        };
    }

    static String basic(String text) {
        return base64("BASIC", text);
    }

    static String base64(String scheme, String text) {
        return "Authorization: " + scheme + " "
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a GET of this target with the hash of the viewer. */
    Answer get(String target, String... fields) {
        return send("GET " + target + (target.contains("?") ? "&" : "?") + "hash=" + hash, fields);
    }

    /** Sends a request with this method and target, by HTTP/1.0 so that no answer is cut into chunks. */
    Answer send(String methodAndTarget, String... fields) {
        StringBuilder request = new StringBuilder(methodAndTarget).append(" HTTP/1.0\r\nHost: localhost\r\n");
        for (String field : fields) {
            request.append(field).append("\r\n");
        }
        if (methodAndTarget.startsWith("P")) {
            request.append("Content-Length: 0\r\n");
        }
        return parse(exchange(request.append("Connection: close\r\n\r\n").toString()));
    }

    private String exchange(String request) {
        try (Socket socket = new Socket()) {
            socket.connect(server.address(), 5_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        return new Answer(text.substring(0, end), text.substring(end + 4));
    }

    @Override
    public void close() {
        platform.close();
    }
}
