package org.jobplatform.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jobplatform.rest.access.Open;
import org.jobplatform.rest.access.Requires;
import org.jspecify.annotations.Nullable;

/** One operation of the document. */
final class OperationText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String APPLICATION_JSON = "application/json";

    private final Route route;
    private final Described described;
    private final Schemas schemas;

    /** @param described null when nobody has said anything of this route */
    OperationText(Route route, @Nullable Described described, Schemas schemas) {
        this.route = route;
        this.described = described == null ? new Described(words(route.operationId())) : described;
        this.schemas = schemas;
    }

    ObjectNode text() {
        ObjectNode operation = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", route.operationId())
                .put("summary", described.summary);
        operation.putArray("tags").add(route.tag());
        ArrayNode security = operation.putArray("security");
        if (!isOpen()) {
            ArrayNode permissions = security.addObject().putArray("bearer");
            Requires requires = route.handler().getAnnotation(Requires.class);
            if (requires != null) {
                permissions.add(requires.value().name());
                operation.put("description", "Needs the permission " + requires.value() + ".");
            }
        }
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        for (String name : route.parameters()) {
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        described.parameters.forEach(parameters::add);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        if (takesBody()) {
            operation.set("requestBody", body());
        }
        operation.set("responses", answers());
        return operation;
    }

    private boolean isOpen() {
        return route.handler().isAnnotationPresent(Open.class);
    }

    private boolean takesBody() {
        return !route.consumes().isEmpty();
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("required", true);
        ObjectNode content = body.putObject("content");
        for (String type : route.consumes()) {
            ObjectNode media = content.putObject(type);
            Optional<Described.Body> known = described.body;
            media.set(
                    "schema",
                    known.map(said -> schemas.add(said.name(), said.shape().schema()))
                            .orElseGet(
                                    () -> JsonNodeFactory.instance.objectNode().put("type", "object")));
            known.map(Described.Body::example)
                    .filter(example -> !example.isEmpty())
                    .ifPresent(example -> media.set("example", example(example)));
        }
        return body;
    }

    private static ObjectNode example(String json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("an example is no JSON object: " + json, malformed);
        }
    }

    private ObjectNode answers() {
        Map<String, ObjectNode> byStatus = new TreeMap<>();
        for (Described.Answer answer : described.answers) {
            ObjectNode response = byStatus.computeIfAbsent(
                    Integer.toString(answer.status()),
                    status -> JsonNodeFactory.instance.objectNode().put("description", answer.text()));
            content(answer, response);
        }
        if (byStatus.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            boolean empty = route.handler().getReturnType() == void.class;
            byStatus.put(empty ? "204" : "200", plain());
        }
        problem(byStatus, 400, "Something in the request cannot be taken; errors name every field");
        if (!isOpen()) {
            problem(byStatus, 401, "There is no good credential");
            problem(byStatus, 403, "The credential does not allow this");
        }
        if (!route.parameters().isEmpty()) {
            problem(byStatus, 404, "There is no such thing, or not for this caller");
        }
        if (takesBody()) {
            problem(byStatus, 413, "The body is too large");
            problem(byStatus, 415, "The body is of another media type or encoding");
        }
        problem(byStatus, 406, "None of the accepted media types can be given");
        problem(byStatus, 503, "Not at the moment; Retry-After says when to ask again");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        byStatus.forEach(answers::set);
        answers.putObject("default").put("$ref", "#/components/responses/Problem");
        return answers;
    }

    private void content(Described.Answer answer, ObjectNode response) {
        if (answer.status() >= 400) {
            media(response, "application/problem+json", Schemas.reference("Problem"));
        } else if (!answer.mediaType().isEmpty()) {
            media(
                    response,
                    answer.mediaType(),
                    JsonNodeFactory.instance.objectNode().put("type", "string"));
        } else if (answer.type().isPresent()) {
            ObjectNode schema = schemas.of(answer.type().get());
            media(response, APPLICATION_JSON, answer.list().isEmpty() ? schema : page(answer.list(), schema));
        }
    }

    private static void media(ObjectNode response, String type, ObjectNode schema) {
        response.withObjectProperty("content").putObject(type).set("schema", schema);
    }

    private static ObjectNode page(String member, ObjectNode item) {
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.putObject(member).put("type", "array").set("items", item);
        properties.putObject("next").put("type", "string").put("description", "The cursor of the next page, if any");
        page.putArray("required").add(member);
        return page;
    }

    /** What the method's type says. */
    private ObjectNode plain() {
        Class<?> type = route.handler().getReturnType();
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", "Done");
        if (type != void.class) {
            for (String media : route.produces().isEmpty() ? List.of(APPLICATION_JSON) : route.produces()) {
                ObjectNode schema = type == Response.class
                        ? JsonNodeFactory.instance.objectNode()
                        : schemas.of(route.handler().getGenericReturnType());
                media(response, media, schema);
            }
        }
        return response;
    }

    private static void problem(Map<String, ObjectNode> byStatus, int status, String text) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode().put("description", text);
        media(problem, "application/problem+json", Schemas.reference("Problem"));
        byStatus.putIfAbsent(Integer.toString(status), problem);
    }

    /** {@code jobsList} as "Jobs list". */
    private static String words(String operationId) {
        String spaced = operationId.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
