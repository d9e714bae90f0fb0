package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.usecase.DeleteUser;
import org.jobplatform.application.usecase.UserQueries;
import org.jobplatform.application.usecase.WriteUser;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.User;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** Users, for administrators: list, read, make or change, delete. */
@Path(NativeApi.PREFIX + "/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final UserQueries users;
    private final WriteUser writeUser;
    private final DeleteUser deleteUser;

    UsersResource(UserQueries users, WriteUser writeUser, DeleteUser deleteUser) {
        this.users = users;
        this.writeUser = writeUser;
        this.deleteUser = deleteUser;
    }

    /** One page of users. */
    @GET
    @Requires(Permission.ADMINISTER)
    public Map<String, Object> list(@Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<String> after = query.parsed("cursor", Cursors::user);
        Page page = Page.of(query);
        query.check();
        return page.answer(
                "users",
                users.page(after, page.wanted(), Callers.principal(request)),
                UserResponse::from,
                user -> Cursors.text(user.name()));
    }

    /** One user. */
    @GET
    @Path("{name}")
    @Requires(Permission.ADMINISTER)
    public UserResponse read(@PathParam("name") String name, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return UserResponse.from(users.find(name, Callers.principal(request)));
    }

    /** Makes or changes a user as the body says. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response write(@PathParam("name") String name, JsonFields body, @Context ContainerRequestContext request) {
        WriteUser.Written written = writeUser.write(UserReader.read(name, body), Callers.principal(request));
        User user = written.user();
        Response.ResponseBuilder answer =
                written.made() ? Response.created(URI.create(Links.user(user.name()))) : Response.ok();
        return answer.entity(UserResponse.from(user)).build();
    }

    /** Deletes a user with its sessions and keys. */
    @DELETE
    @Path("{name}")
    @Requires(Permission.ADMINISTER)
    public void delete(@PathParam("name") String name, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        deleteUser.delete(name, Callers.principal(request));
    }
}
