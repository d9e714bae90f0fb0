package org.jobplatform.rest.infolink;

import java.time.Duration;
import java.util.List;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ServedDialect;

/** All parts of this dialect that a server needs: how it words errors, its resources, and how it reads credentials. */
public final class InfolinkApi {
    private static final JsonRules RULES = JsonRules.LENIENT;

    private final List<Object> resources;

    /**
     * The dialect over these use cases.
     *
     * @param longestWait what a synchronous call waits for its run at most
     */
    public InfolinkApi(
            JobQueries jobs,
            RunQueries runs,
            StartRun startRun,
            StopRun stopRun,
            AwaitRun awaitRun,
            Duration longestWait) {
        Apps apps = new Apps(jobs, runs);
        ResultSets results = new ResultSets(runs);
        this.resources = List.of(
                new ExecuteJobResource(apps, startRun, new SynchronousCalls(awaitRun, longestWait), results),
                new JobStatusResource(apps, results),
                new StopJobResource(apps, stopRun),
                new SlashFilter());
    }

    /** How the server words errors and reads bodies for it. */
    public ServedDialect dialect() {
        return new ServedDialect("infolink", List.of(Addresses.API), new EnvelopeErrors(), RULES);
    }

    /** Reads the API key, wherever the request has it. */
    public CredentialReader credentials() {
        return new ApiKeyReader(RULES);
    }

    /** The resources to register, and a filter that minds their requests only. */
    public List<Object> resources() {
        return resources;
    }
}
