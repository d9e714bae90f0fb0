package org.jobplatform.rest.informatica;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.json.JsonFields;

/** Finds tasks, projects and folders for clients of version 3, which address tasks by their federated ids. */
@Path(Addresses.V3)
@Produces(MediaType.APPLICATION_JSON)
public final class ObjectsResource {
    private static final int MOST = 200;

    private final Assets assets;

    ObjectsResource(Assets assets) {
        this.assets = assets;
    }

    /** What answers a lookup. */
    record LookupResponse(List<ObjectResponse> objects) {}

    /**
     * One page of objects.
     *
     * @param count of all pages together
     */
    record PageResponse(int count, List<ObjectResponse> objects) {}

    /** Those of the objects that exist, in the order in which they were named; the others are left out. */
    @POST
    @Path("lookup")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(Permission.JOB_READ)
    public LookupResponse lookUp(JsonFields body, @Context ContainerRequestContext request) {
        return new LookupResponse(assets.find(LookupRequest.from(body).objects(), Callers.principal(request)).stream()
                .map(ObjectResponse::found)
                .toList());
    }

    /** One page of the objects that meet {@code q}; {@code limit} 0 means the most, and so does more than the most. */
    @GET
    @Path("objects")
    @Requires(Permission.JOB_READ)
    public PageResponse list(@Context UriInfo uri, @Context ContainerRequestContext request) {
        QueryValues query = new QueryValues(uri);
        AssetQuery wanted = AssetQuery.parse(query.text("q"));
        long limit = Math.min(query.number("limit", 0).orElse(0), MOST);
        long skip = query.number("skip", 0).orElse(0);
        List<Asset> found = assets.find(wanted, Callers.principal(request));
        return new PageResponse(
                found.size(),
                found.stream()
                        .skip(skip)
                        .limit(limit == 0 ? MOST : limit)
                        .map(ObjectResponse::listed)
                        .toList());
    }
}
