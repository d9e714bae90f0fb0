package org.jobplatform.rest.infolink;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.server.HeadRequests;

/** Stops runs. */
@Path(Addresses.API)
@Produces(MediaType.APPLICATION_JSON)
public final class StopJobResource {
    private final Apps apps;
    private final StopRun stopRun;

    StopJobResource(Apps apps, StopRun stopRun) {
        this.apps = apps;
        this.stopRun = stopRun;
    }

    /** Asks a run to stop now, and says whether that was needed; whoever asks for a head only shall not stop a run by it. */
    @GET
    @Path(Addresses.STOP_JOB)
    @Requires(Permission.RUN_STOP)
    public Response stop(@Context ContainerRequestContext request) {
        if (HeadRequests.include(request)) {
            throw new NotAllowedException(HttpMethod.GET);
        }
        RunAddress address = RunAddress.from(request);
        Principal who = Callers.principal(request);
        return Answers.stop(stop(apps.run(address.app(), address.id(), who), who));
    }

    private String stop(Run run, Principal who) {
        if (run.status() == RunStatus.STOPPING) {
            return "already being stopped";
        }
        try {
            stopRun.stop(run.id(), StopMode.NOW, "stopped by " + who.name(), who);
            return "stop started";
        } catch (RunFailure.NotAllowed ended) {
            return "already completed";
        }
    }
}
