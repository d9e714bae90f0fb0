package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");

    private static final String LOGIN = "POST /platform/v1/session";

    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();
    private final JsonNode document = api.get("openapi.json").json();

    @AfterEach
    void close() {
        fixture.close();
    }

    private record Operation(String path, String method, JsonNode text) {
        /** The path with something in place of each parameter, below the server's root. */
        String address() {
            return path.replaceAll("\\{[^}]*\\}", "1");
        }

        List<String> parameters(String in) {
            List<String> names = new ArrayList<>();
            for (JsonNode parameter : text.path("parameters")) {
                if (parameter.get("in").textValue().equals(in)) {
                    names.add(parameter.get("name").textValue());
                }
            }
            return names;
        }

        boolean takesBody() {
            return text.has("requestBody");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                path.getKey(), operation.getKey().toUpperCase(Locale.ROOT), operation.getValue()))));
        return operations;
    }

    @Test
    void documentShouldBeTheCommittedOne() throws IOException {
        String served = api.get("openapi.json").text();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served)
                .as("docs/openapi.json is not what the code says; docs/dialects/native.md tells how to write it anew")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void documentShouldBeForThoseWhoMayReadJobs() {
        try (NativeClient viewer = fixture.client(Role.VIEWER);
                NativeClient stranger = fixture.stranger()) {
            assertThat(viewer.get("openapi.json").status()).isEqualTo(200);
            assertThat(stranger.get("openapi.json").status()).isEqualTo(401);
        }
    }

    @Test
    void documentShouldBeWellFormed() {
        assertThat(document.get("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").textValue()).isNotEmpty();
        assertThat(document.at("/info/version").textValue()).isNotEmpty();
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations()) {
            assertThat(ids.add(operation.text().get("operationId").textValue()))
                    .as(operation + " has an id of its own")
                    .isTrue();
            assertThat(operation.parameters("path"))
                    .as(operation + " declares the parameters of its path")
                    .containsExactlyElementsOf(templates(operation.path()));
            assertThat(operation.text().get("summary").textValue()).isNotEmpty();
            assertThat(operation.text().get("responses").properties()).isNotEmpty();
            operation
                    .text()
                    .get("responses")
                    .properties()
                    .forEach(response -> assertThat(response.getValue().has("description")
                                    || response.getValue().has("$ref"))
                            .as(operation + " describes " + response.getKey())
                            .isTrue());
        }
    }

    private static List<String> templates(String path) {
        List<String> names = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{([A-Za-z]+)\\}").matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Test
    void everyReferenceShouldResolve() {
        List<String> references = new ArrayList<>(document.findValuesAsText("$ref"));
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void everyDescriptionShouldBelongToAnOperationOrMember() {
        List<String> ids = operations().stream()
                .map(operation -> operation.text().get("operationId").textValue())
                .toList();
        assertThat(ids).containsAll(NativeOperations.all().keySet());
        NativeOperations.choices().keySet().forEach(member -> {
            String pointer = "/components/schemas/" + member.replace(".", "/properties/") + "/enum";
            assertThat(document.at(pointer).isArray()).as(member).isTrue();
        });
    }

    @Test
    void onlyHealthAndLoginShouldBeOpen() {
        Map<String, Boolean> open = new LinkedHashMap<>();
        operations()
                .forEach(operation -> open.put(
                        operation.toString(), operation.text().get("security").isEmpty()));
        open.forEach((operation, isOpen) -> assertThat(isOpen)
                .as(operation)
                .isEqualTo(operation.startsWith("GET /health/") || operation.equals(LOGIN)));
        try (NativeClient stranger = fixture.stranger()) {
            for (Operation operation : operations()) {
                int status = send(stranger, operation, "", "{}").status();
                assertThat(status == 401).as(operation.toString()).isNotEqualTo(open.get(operation.toString()));
            }
        }
    }

    private static Answer send(NativeClient client, Operation operation, String query, String body) {
        return operation.takesBody()
                ? client.send(operation.method(), operation.address() + query, body, "Content-Type", "application/json")
                : client.send(operation.method(), operation.address() + query, "");
    }

    /** A parameter that is empty is refused by name, and so is one that is not known. */
    @Test
    void everyQueryShouldTakeWhatIsDescribed() {
        try (NativeClient admin = fixture.client(Role.ADMIN)) {
            for (Operation operation : operations()) {
                if (!operation.takesBody() && !operation.path().startsWith("/health")) {
                    List<String> names = new ArrayList<>(operation.parameters("query"));
                    names.add("undescribed");
                    Answer refused = send(admin, operation, "?" + String.join("=&", names) + "=", "");
                    assertThat(refused.status()).as(operation.toString()).isEqualTo(400);
                    assertThat(refused.json().get("errors").findValuesAsText("field"))
                            .as(operation.toString())
                            .containsExactlyInAnyOrderElementsOf(names);
                }
            }
        }
    }

    /** A value of another type is refused by name, and so is a field that is not known. */
    @Test
    void everyBodyShouldTakeWhatIsDescribed() {
        fixture.job("1");
        NativeClient admin = fixture.client(Role.ADMIN);
        for (Operation operation : operations()) {
            JsonNode schema = operation.text().at("/requestBody/content/application~1json/schema");
            if (schema.has("$ref")) {
                JsonNode described = document.at(schema.get("$ref").textValue().substring(1));
                assertRefused(admin, operation, wrong(described));
                described.get("properties").properties().forEach(property -> {
                    if (property.getValue().has("properties")) {
                        ObjectNode body = JSON.createObjectNode();
                        body.set(property.getKey(), wrong(property.getValue()));
                        assertRefused(admin, operation, body);
                    }
                });
            }
        }
    }

    private static void assertRefused(NativeClient client, Operation operation, ObjectNode body) {
        Answer refused = send(client, operation, "", body.toString());
        assertThat(refused.status()).as(operation + " " + body).isEqualTo(400);
        List<String> fields = refused.json().get("errors").findValuesAsText("field");
        assertThat(fields).as(operation + " " + body).containsAll(leaves(body, ""));
        assertThat(refused.json().get("errors").toString()).contains("\"is not known\"");
    }

    private static ObjectNode wrong(JsonNode schema) {
        ObjectNode wrong = JSON.createObjectNode().put("undescribed", 1);
        schema.get("properties").properties().forEach(property -> {
            JsonNode type = property.getValue().path("type");
            if (type.asText().equals("array")) {
                wrong.put(property.getKey(), 7);
            } else if (!property.getValue().path("readOnly").asBoolean()) {
                wrong.putArray(property.getKey());
            }
        });
        return wrong;
    }

    private static Set<String> leaves(JsonNode body, String path) {
        Set<String> names = new TreeSet<>();
        body.properties().forEach(member -> {
            String name = path + member.getKey();
            if (member.getValue().isObject()) {
                names.addAll(leaves(member.getValue(), name + "."));
            } else {
                names.add(name);
            }
        });
        return names;
    }

    @Test
    void shapesShouldNameEveryFieldThatIsRead() {
        assertThat(asked("JobDocument", fields -> JobDocumentReader.read(fields, new JobId("1"))))
                .isEqualTo(described("JobDocument"));
        assertThat(asked("Start", StartReader::options)).isEqualTo(described("Start"));
        assertThat(asked("Stop", fields -> StopWish.read(fields, "me"))).isEqualTo(described("Stop"));
    }

    private Set<String> described(String schema) {
        Set<String> names = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** What a reader asks an empty body for. */
    private static Set<String> asked(String schema, Consumer<JsonFields> reader) {
        JsonFields fields = JsonFields.of(JSON.createObjectNode(), JsonRules.STRICT);
        try {
            reader.accept(fields);
        } catch (InvalidBody incomplete) {
            assertThat(incomplete.problems()).as(schema).isNotEmpty();
        }
        return new TreeSet<>(fields.asked());
    }
}
