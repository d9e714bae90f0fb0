package org.jobplatform.rest.starfish;

import java.time.Duration;
import java.util.List;
import org.jobplatform.application.usecase.AwaitChain;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.rest.access.BearerToken;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ServedDialect;

/** All parts of this dialect that a server needs: its calls and its tokens. */
public final class StarfishApi {
    private final List<Object> resources;

    /**
     * The dialect over these use cases.
     *
     * @param longestWait how long a synchronous call waits for its run to end
     */
    public StarfishApi(
            Credentials credentials,
            JobQueries jobs,
            RunQueries runs,
            StartRun start,
            AwaitChain await,
            Duration longestWait) {
        Starts starts = new Starts(new Jobs(jobs), start);
        this.resources = List.of(
                new TokenResource(credentials),
                new JobResource(starts, await, runs, longestWait),
                new WebhookResource(starts),
                new ResultsResource(runs),
                new AnswerWriter(),
                new ContentTypeFilter());
    }

    /** The calls and the token's address, whose errors differ. */
    public List<ServedDialect> dialects() {
        return List.of(
                new ServedDialect("starfish", List.of(Addresses.V1_PREFIX), new Errors(), JsonRules.TEXTUAL),
                new ServedDialect(
                        "starfish token", List.of(Addresses.TOKEN_PREFIX), new TokenErrors(), JsonRules.TEXTUAL));
    }

    /** The resources, a writer of their answers, and a filter that minds their requests only. */
    public List<Object> resources() {
        return resources;
    }

    /** Reads the token or API key of the calls. */
    public CredentialReader credentials() {
        return new BearerToken(List.of(Addresses.V1_PREFIX));
    }
}
