package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jobplatform.application.usecase.FollowRuns;
import org.jobplatform.application.usecase.Following;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** Tells of runs as they change. */
@Path(NativeApi.PREFIX + "/events")
public final class EventsResource {
    private final FollowRuns followRuns;
    private final RunAnswers answers;
    private final EventStreams streams;

    EventsResource(FollowRuns followRuns, RunAnswers answers, EventStreams streams) {
        this.followRuns = followRuns;
        this.answers = answers;
        this.streams = streams;
    }

    /** Changes of the state and the progress of runs: of all, of those of a project or a job, or of one to its end. */
    @GET
    @Produces(EventStreams.MEDIA_TYPE)
    @Requires(Permission.RUN_READ)
    public Response follow(@Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<ProjectPath> project = query.parsed("project", ProjectPath::new);
        Optional<JobId> job = query.parsed("job", JobId::new);
        Optional<RunId> run = query.parsed("run", RunId::new);
        query.check();
        Predicate<Run> interest =
                candidate -> project.map(candidate.job().project()::equals).orElse(true)
                        && job.map(candidate.job().id()::equals).orElse(true);
        if (run.isPresent()
                && EventPositions.brought(request)
                        .filter(RunEvents.ENDED::equals)
                        .isPresent()) {
            return Response.noContent().build();
        }
        Optional<Instant> position = EventPositions.time(request);
        // Who that is, is looked at anew while the answer lasts.
        Supplier<Principal> who = () -> Callers.principal(request);
        Following following = run.map(id -> followRuns.follow(id, interest, who))
                .orElseGet(() -> followRuns.follow(interest, position, who));
        return streams.open(request, new RunEvents(following, changed -> answers.of(changed, who.get())));
    }
}
