package org.jobplatform.rest.starfish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.List;
import org.jobplatform.application.usecase.AwaitChain;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;

/** Executes jobs. */
@Path(Addresses.V1)
@Consumes({MediaTypes.JSON, MediaTypes.TEXT_JSON, MediaTypes.XML, MediaTypes.TEXT_XML, MediaTypes.FORM})
@Produces({MediaTypes.JSON, MediaTypes.TEXT_JSON, MediaTypes.XML, MediaTypes.TEXT_XML})
public final class JobResource {
    private final Starts starts;
    private final AwaitChain await;
    private final RunQueries runs;
    private final Duration longestWait;

    JobResource(Starts starts, AwaitChain await, RunQueries runs, Duration longestWait) {
        this.starts = starts;
        this.await = await;
        this.runs = runs;
        this.longestWait = longestWait;
    }

    /** Starts a job. */
    @POST
    @Path(Addresses.EXECUTE_JOB_ASYNC)
    @Requires(Permission.RUN_START)
    public Answer executeAsync(byte[] body, @Context ContainerRequestContext request) {
        StartRequest wanted = StartRequest.from(RequestBody.read(body, request.getMediaType()));
        String runId = wanted.runId().spelling();
        return Answer.of(
                switch (starts.start(wanted, caller(request))) {
                    case StartResult.Started ignored -> ExecJobAsyncResponse.started(runId);
                    case StartResult.Refused refused -> ExecJobAsyncResponse.refused(runId, refused.reason());
                });
    }

    /** Starts a job and waits until it, or its chain, has ended, but not for longer than the server allows. */
    @POST
    @Path(Addresses.EXECUTE_JOB)
    @Requires(Permission.RUN_START)
    public Answer execute(byte[] body, @Context ContainerRequestContext request) throws InterruptedException {
        StartRequest wanted = StartRequest.from(RequestBody.read(body, request.getMediaType()));
        String runId = wanted.runId().spelling();
        Caller caller = caller(request);
        try (AwaitChain.Reserved place = await.reserve()) {
            return Answer.of(
                    switch (starts.start(wanted, caller)) {
                        case StartResult.Started started ->
                            awaited(place, started.run(), runId, wanted.job(), caller.who());
                        case StartResult.Refused refused ->
                            ExecJobResponse.refused(runId, wanted.job(), refused.reason());
                    });
        }
    }

    private ExecJobResponse awaited(AwaitChain.Reserved place, Run started, String runId, JobAddress job, Principal who)
            throws InterruptedException {
        List<Run> chain = place.await(started.id(), longestWait, who);
        Run last = chain.getLast();
        String log = new RunLogText(runs, who).of(chain);
        return ExecJobResponse.from(chain, runId, job, last.isEnded() && !last.isFollowed(), log);
    }

    private static Caller caller(ContainerRequestContext request) {
        return Callers.caller(request, Dialect.STARFISH);
    }
}
