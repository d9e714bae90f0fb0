package org.jobplatform.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An OpenAPI 3.1 document of resources. The same resources make the same text. */
public final class OpenApiDocument {
    private static final JsonMapper JSON = new JsonMapper();

    private final Schemas schemas;
    private final Map<String, Described> described;

    private OpenApiDocument(Map<String, Described> described, Map<String, List<String>> choices) {
        this.described = described;
        this.schemas = new Schemas(choices);
    }

    /**
     * The document as indented JSON.
     *
     * @param info title and version
     * @param resources every class with a path; one that says nothing of itself is described by its code alone
     * @param described what the code does not say, by the operation's id: {@code jobsList} for {@code JobsResource.list}
     * @param choices the texts that a member of a record may be, by schema and member: {@code Run.state}
     */
    public static String of(
            Map<String, String> info,
            Collection<? extends Class<?>> resources,
            Map<String, Described> described,
            Map<String, List<String>> choices) {
        List<Route> routes = new ArrayList<>();
        resources.forEach(resource -> routes.addAll(Route.of(resource)));
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::httpMethod));
        ObjectNode document = new OpenApiDocument(described, choices).document(info, routes);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the description of the API cannot be written", impossible);
        }
    }

    private ObjectNode document(Map<String, String> info, List<Route> routes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        ObjectNode about = document.putObject("info");
        info.forEach(about::put);
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode path = paths.withObjectProperty(route.path());
            ObjectNode operation = new OperationText(route, described.get(route.operationId()), schemas).text();
            path.set(route.httpMethod().toLowerCase(Locale.ROOT), operation);
        }
        ObjectNode components = document.putObject("components");
        ObjectNode named = components.putObject("schemas");
        schemas.of(Problem.class);
        schemas.named().forEach(named::set);
        components
                .putObject("responses")
                .putObject("Problem")
                .put("description", "Why not, as problem details (RFC 9457)")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", Schemas.reference("Problem"));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "An API key or the token of a session");
        return document;
    }
}
