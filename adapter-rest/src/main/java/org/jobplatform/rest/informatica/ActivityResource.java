package org.jobplatform.rest.informatica;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** What runs, and what has run. */
@Path(Addresses.V2 + "/activity")
public final class ActivityResource {
    private static final int ROWS = 200;
    private static final int MOST_ROWS = 1_000;

    private final Activity activity;
    private final RunLogs logs;

    ActivityResource(Activity activity, RunLogs logs) {
        this.activity = activity;
        this.logs = logs;
    }

    /** Every unfinished run. {@code details} must be a truth value and changes nothing: the details are always there. */
    @GET
    @Path("activityMonitor")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Requires(Permission.RUN_READ)
    public List<ActivityMonitorEntry> monitor(@Context UriInfo uri, @Context ContainerRequestContext request) {
        QueryValues query = new QueryValues(uri);
        query.flag("details");
        return activity.unfinished(ActivityFilter.from(query), Callers.principal(request)).stream()
                .map(ActivityMonitorEntry::from)
                .toList();
    }

    /** One page of ended runs; {@code rowLimit} 0 means the default, and more than the most means the most. */
    @GET
    @Path("activityLog")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Requires(Permission.RUN_READ)
    public List<ActivityLogEntry> log(@Context UriInfo uri, @Context ContainerRequestContext request) {
        QueryValues query = new QueryValues(uri);
        int offset = (int) Math.min(query.number("offset", 0).orElse(0), Integer.MAX_VALUE);
        int limit = (int) Math.min(query.number("rowLimit", 0).orElse(0), MOST_ROWS);
        Principal who = Callers.principal(request);
        return entries(activity.ended(ActivityFilter.from(query), offset, limit == 0 ? ROWS : limit, who), who);
    }

    /** One ended run. */
    @GET
    @Path("activityLog/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Requires(Permission.RUN_READ)
    public ActivityLogEntry entry(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        return entries(List.of(activity.entry(id, who)), who).getFirst();
    }

    /** Of these runs, each with those of its steps that have ended. */
    private List<ActivityLogEntry> entries(List<Run> ended, Principal who) {
        Map<RunId, List<Run>> steps = activity.endedSteps(ended, who);
        return ended.stream()
                .map(run -> ActivityLogEntry.from(
                        run,
                        steps.getOrDefault(run.id(), List.of()).stream()
                                .map(step -> ActivityLogEntry.from(step, List.of()))
                                .toList()))
                .toList();
    }

    /** The log of an ended run, zipped, whatever the client says it accepts. */
    @GET
    @Path("activityLog/{id}/sessionLog")
    @Requires(Permission.RUN_READ)
    public Response sessionLog(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        Run run = activity.entry(id, who);
        return Response.ok(logs.sessionLog(run, who))
                .header(HttpHeaders.CONTENT_TYPE, "application/zip;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + RunLogs.name(run) + ".zip\"")
                .build();
    }

    /** The errors of an ended run as text, whatever the client says it accepts. */
    @GET
    @Path("errorLog/{id}")
    @Requires(Permission.RUN_READ)
    public Response errorLog(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        return Response.ok(logs.errorLog(activity.entry(id, who), who))
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .build();
    }
}
