package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.Explanation;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** How runs came to be as they are: their attempts, and why. */
@Path(NativeApi.PREFIX + "/runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunStoryResource {
    private final RunQueries runs;
    private final ExplainRun explainRun;

    RunStoryResource(RunQueries runs, ExplainRun explainRun) {
        this.runs = runs;
        this.explainRun = explainRun;
    }

    /** Every attempt, the oldest first, with the one that is made now. */
    @GET
    @Path("{id}/attempts")
    @Requires(Permission.RUN_READ)
    public Map<String, List<AttemptResponse>> attempts(
            @PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return Map.of(
                "attempts",
                runs.attempts(PathIds.run(id), Callers.principal(request)).stream()
                        .map(AttemptResponse::from)
                        .toList());
    }

    /** Why it waits, why it failed, why no callback arrived. */
    @GET
    @Path("{id}/explain")
    @Requires(Permission.RUN_READ)
    public ExplanationResponse explain(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return ExplanationResponse.from(explainRun.explain(PathIds.run(id), Callers.principal(request)));
    }

    /** An {@link Explanation} as it is answered. */
    record ExplanationResponse(String summary, List<String> reasons) {
        static ExplanationResponse from(Explanation explanation) {
            return new ExplanationResponse(explanation.summary(), explanation.reasons());
        }
    }
}
