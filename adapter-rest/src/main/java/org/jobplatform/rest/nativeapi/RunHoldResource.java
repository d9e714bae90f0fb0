package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** Holds runs, and lets them go on. */
@Path(NativeApi.PREFIX + "/runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunHoldResource {
    private final PauseRun pauseRun;
    private final ResumeRun resumeRun;
    private final RunAnswers answers;

    RunHoldResource(PauseRun pauseRun, ResumeRun resumeRun, RunAnswers answers) {
        this.pauseRun = pauseRun;
        this.resumeRun = resumeRun;
        this.answers = answers;
    }

    /** Asks that a run is held. */
    @POST
    @Path("{id}/pause")
    @Requires(Permission.RUN_STOP)
    public Response pause(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        return accepted(pauseRun.pause(PathIds.run(id), who), who);
    }

    /** Lets a run that is held go on. */
    @POST
    @Path("{id}/resume")
    @Requires(Permission.RUN_STOP)
    public Response resume(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Principal who = Callers.principal(request);
        return accepted(resumeRun.resume(PathIds.run(id), who), who);
    }

    private Response accepted(Run run, Principal who) {
        return Response.accepted(answers.of(run, who)).build();
    }
}
