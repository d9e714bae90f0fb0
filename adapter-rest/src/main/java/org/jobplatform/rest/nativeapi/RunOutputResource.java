package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.ContentDisposition;
import org.jobplatform.rest.http.ContentDownload;
import org.jobplatform.rest.http.Download;
import org.jobplatform.rest.http.QueryFields;

/** What runs said and what they left behind. */
@Path(NativeApi.PREFIX + "/runs")
public final class RunOutputResource {
    private static final String RANGE = "Range";
    static final int MOST_LINES = 100_000;

    private static final String TEXT = "text/plain;charset=utf-8";

    private final RunQueries runs;
    private final EventStreams streams;

    RunOutputResource(RunQueries runs, EventStreams streams) {
        this.runs = runs;
        this.streams = streams;
    }

    /** The log, in whole, in part, or its last lines; or its lines as events until the run has ended. */
    @GET
    @Path("{id}/log")
    @Produces({TEXT, EventStreams.MEDIA_TYPE})
    @Requires(Permission.RUN_READ)
    public Response log(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        OptionalInt tail = query.integer("tail", 1, MOST_LINES);
        boolean follow = query.parsed("follow", ValueText::truth).orElse(false);
        query.check();
        Principal who = Callers.principal(request);
        Run run = runs.find(PathIds.run(id), who);
        if (follow) {
            return follow(run, tail, request);
        }
        long start = tail.isPresent() ? runs.startOfLastLines(run, tail.getAsInt(), who) : 0;
        long size = runs.logSize(run, who) - start;
        // There is no validator of a log that grows, so a range on a condition is answered with all of it.
        boolean ranged = tail.isEmpty() && request.getHeaderString("If-Range") == null;
        return new Download((offset, length) -> runs.readLog(run, offset, length, who), start, size)
                .answer(ranged ? request.getHeaderString(RANGE) : null)
                .type(TEXT)
                .build();
    }

    private Response follow(Run run, OptionalInt tail, ContainerRequestContext request) {
        Principal who = Callers.principal(request);
        Optional<Long> left = EventPositions.offset(request);
        if (left.isPresent()) {
            boolean ended = runs.find(run.id(), who).isEnded();
            long size = runs.logSize(run, who);
            if (left.get() > size) {
                throw EventPositions.refused();
            }
            if (ended && left.get() == size) {
                return Response.noContent().build();
            }
        }
        long offset = left.orElseGet(() -> tail.isPresent() ? runs.startOfLastLines(run, tail.getAsInt(), who) : 0);
        // Who that is, is looked at anew while it lasts.
        Supplier<Principal> current = () -> Callers.principal(request);
        return streams.open(
                request,
                new LogEvents(
                        () -> runs.find(run.id(), current.get()),
                        (from, length) -> runs.readLog(run, from, length, current.get()),
                        offset));
    }

    /** What the run left, in whole or in part. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Requires(Permission.RUN_READ)
    public Response content(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        Run run = runs.find(PathIds.run(id), who);
        ContentDescription content =
                run.content().orElseThrow(() -> new RunFailure.NotFound("id " + run.id() + " that has left content"));
        return new ContentDownload(
                        content,
                        (offset, length) -> runs.readContent(run, offset, length, who),
                        ContentDisposition.attachment(content.fileName()))
                .answer(request);
    }
}
