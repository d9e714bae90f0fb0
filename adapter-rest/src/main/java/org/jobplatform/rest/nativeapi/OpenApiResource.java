package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.openapi.OpenApiDocument;

/** The description of this API, for programs that make clients and for people who look things up. */
@Path(NativeApi.PREFIX + "/openapi.json")
public final class OpenApiResource {
    private final String document;

    /** @param resources all that the API has, this one too */
    OpenApiResource(Collection<? extends Class<?>> resources) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("title", "Job Platform");
        info.put("version", "1");
        info.put("description", "Starts, stops, watches and reports runs of jobs.");
        this.document = OpenApiDocument.of(info, resources, NativeOperations.all(), NativeOperations.choices());
    }

    /** The whole description. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Permission.JOB_READ)
    public String read(@Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return document;
    }
}
