package org.jobplatform.rest.openapi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * One method of one address.
 *
 * @param path as OpenAPI writes it: parameters in braces, without their patterns
 */
record Route(String path, String httpMethod, Method handler, List<String> consumes, List<String> produces) {
    private static final Pattern PARAMETER =
            Pattern.compile("\\{ *([A-Za-z0-9_.-]+) *(?::(?:[^{}]|\\{[^{}]*\\})*)?\\}");

    /** Every route of a resource. */
    static List<Route> of(Class<?> resource) {
        List<Route> found = new ArrayList<>();
        Resource model = Resource.from(resource);
        if (model != null) {
            search(model, "", found);
        }
        return found;
    }

    private static void search(Resource resource, String parent, List<Route> found) {
        String path = parent + "/" + strip(resource.getPath());
        for (ResourceMethod method : resource.getResourceMethods()) {
            found.add(new Route(
                    PARAMETER.matcher(path).replaceAll("{$1}"),
                    method.getHttpMethod(),
                    method.getInvocable().getHandlingMethod(),
                    method.getConsumedTypes().stream().map(Object::toString).toList(),
                    method.getProducedTypes().stream().map(Object::toString).toList()));
        }
        resource.getChildResources().forEach(child -> search(child, path, found));
    }

    private static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The names of the parameters in the path, in their order. */
    List<String> parameters() {
        Matcher matcher = PARAMETER.matcher(path);
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Names the route: {@code JobsResource.list} is {@code jobsList}. */
    String operationId() {
        String resource = handler.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        String method = handler.getName();
        return Character.toLowerCase(resource.charAt(0))
                + resource.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }

    /** What the addresses that belong together are called: {@code jobs}. */
    String tag() {
        String[] segments = path.split("/", -1);
        return segments.length > 3 ? segments[3].replaceFirst("\\..*", "") : segments[1];
    }
}
