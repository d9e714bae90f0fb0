package org.jobplatform.rest.access;

import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;
import org.jspecify.annotations.Nullable;

/**
 * Stops the start of a server that has a resource method which says not, or not clearly, who may call it. Sub-resource
 * locators are refused too: what lies behind them is not known at the start.
 */
final class RouteAccess implements ModelProcessor {
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        SortedSet<String> unclear = new TreeSet<>();
        model.getResources().forEach(resource -> search(resource, "", unclear));
        if (!unclear.isEmpty()) {
            throw new IllegalStateException(
                    "every resource method must be annotated with one of @Requires, @SignedIn and @Open; these are not: "
                            + String.join(", ", unclear));
        }
        return model;
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return processResourceModel(model, configuration);
    }

    /** Every route that was looked at. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void search(Resource resource, String parent, SortedSet<String> unclear) {
        String path = parent + "/" + strip(resource.getPath());
        for (ResourceMethod route : resource.getAllMethods()) {
            Method method = route.getInvocable().getHandlingMethod();
            List<String> needs = needs(method);
            if (needs.size() != 1 || route.getType() == ResourceMethod.JaxrsType.SUB_RESOURCE_LOCATOR) {
                unclear.add(route.getHttpMethod() + " " + path + " ("
                        + method.getDeclaringClass().getSimpleName() + "." + method.getName() + ")");
            } else {
                routes.add(new Route(route.getHttpMethod(), path, needs.getFirst()));
            }
        }
        resource.getChildResources().forEach(child -> search(child, path, unclear));
    }

    private static List<String> needs(Method method) {
        List<String> needs = new ArrayList<>();
        Optional.ofNullable(method.getAnnotation(Requires.class))
                .map(requires -> requires.value().name())
                .ifPresent(needs::add);
        Stream.of(
                        method.isAnnotationPresent(SignedIn.class) ? Route.SIGNED_IN : "",
                        method.isAnnotationPresent(Open.class) ? Route.OPEN : "")
                .filter(need -> !need.isEmpty())
                .forEach(needs::add);
        return needs;
    }

    private static String strip(@Nullable String path) {
        return path == null ? "" : path.startsWith("/") ? path.substring(1) : path;
    }
}
