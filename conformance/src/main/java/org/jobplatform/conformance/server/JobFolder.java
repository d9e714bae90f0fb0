package org.jobplatform.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The jobs that the suites start, as YAML documents that each name their id. */
public final class JobFolder {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Map<String, Object>> documents = new ArrayList<>();

    /** The documents of all files in this folder. */
    public JobFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try (Reader text = Files.newBufferedReader(file)) {
                    new Yaml().loadAll(text).forEach(document -> documents.add(map(document)));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object document) {
        return (Map<String, Object>) document;
    }

    /** Their ids. */
    public List<String> ids() {
        return documents.stream()
                .map(document -> String.valueOf(document.get("id")))
                .toList();
    }

    /** Makes or changes all of them by the native API. @throws IllegalStateException when the server refuses one */
    public void apply(Target target) {
        URI server = target.node(0);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Map<String, Object> document : documents) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.resolve("/platform/v1/jobs/" + document.get("id")))
                                .header("Authorization", "Bearer " + target.key())
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        JSON.<JsonNode>valueToTree(document).toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException("the server refuses job " + document.get("id") + " with "
                            + answer.statusCode() + ": " + answer.body());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer from " + server, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
