package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** The secrets by which receivers know that a callback is from here. */
@Path(NativeApi.PREFIX + "/projects")
@Produces(MediaType.APPLICATION_JSON)
public final class CallbackSecretsResource {
    private static final String SECRET = "{project: .+}/callback-secret";

    private final CallbackSecrets secrets;

    CallbackSecretsResource(CallbackSecrets secrets) {
        this.secrets = secrets;
    }

    /** The secrets that are valid now. */
    @GET
    @Path(SECRET)
    @Requires(Permission.CALLBACK_SECRET)
    public Response show(@PathParam("project") String project, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return answer(secrets.show(PathIds.project(project), Callers.principal(request)));
    }

    /** Makes a new secret; the one before stays valid beside it. */
    @POST
    @Path(SECRET + "/rotate")
    @Requires(Permission.CALLBACK_SECRET)
    public Response rotate(@PathParam("project") String project, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return answer(secrets.rotate(PathIds.project(project), Callers.principal(request)));
    }

    /** Ends the previous secret. */
    @DELETE
    @Path(SECRET + "/previous")
    @Requires(Permission.CALLBACK_SECRET)
    public void retirePrevious(@PathParam("project") String project, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        secrets.retirePrevious(PathIds.project(project), Callers.principal(request));
    }

    private static Response answer(ProjectSecrets current) {
        return Response.ok(CallbackSecretResponse.from(current))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
