package org.jobplatform.rest.access;

import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.SortedSet;
import java.util.TreeSet;
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
    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        SortedSet<String> unclear = new TreeSet<>();
        model.getResources().forEach(resource -> search(resource, "", unclear));
        if (!unclear.isEmpty()) {
            throw new IllegalStateException(
                    "every resource method must be annotated with either @Requires or @Open; these are not: "
                            + String.join(", ", unclear));
        }
        return model;
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return processResourceModel(model, configuration);
    }

    private static void search(Resource resource, String parent, SortedSet<String> unclear) {
        String path = parent + "/" + strip(resource.getPath());
        for (ResourceMethod route : resource.getAllMethods()) {
            Method method = route.getInvocable().getHandlingMethod();
            boolean clear = method.isAnnotationPresent(Requires.class) != method.isAnnotationPresent(Open.class);
            if (!clear || route.getType() == ResourceMethod.JaxrsType.SUB_RESOURCE_LOCATOR) {
                unclear.add(route.getHttpMethod() + " " + path + " ("
                        + method.getDeclaringClass().getSimpleName() + "." + method.getName() + ")");
            }
        }
        resource.getChildResources().forEach(child -> search(child, path, unclear));
    }

    private static String strip(@Nullable String path) {
        return path == null ? "" : path.startsWith("/") ? path.substring(1) : path;
    }
}
