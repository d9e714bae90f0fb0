package org.jobplatform.rest.nativeapi;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jobplatform.application.usecase.ApiKeyQueries;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.application.usecase.ChangePassword;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.DeleteUser;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.FollowRuns;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.application.usecase.RevokeApiKey;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.application.usecase.UserQueries;
import org.jobplatform.application.usecase.WriteUser;
import org.jobplatform.rest.access.BearerToken;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ProblemDetails;
import org.jobplatform.rest.server.ServedDialect;

/** Everything a server needs to speak the native API. */
public final class NativeApi {
    /** What every address of the API begins with. */
    public static final String PREFIX = "/platform/v1";

    private static final List<String> PREFIXES = List.of(PREFIX, "/health", "/metrics");

    private final List<Object> components;
    private final EventStreams streams;

    /** What the API calls. */
    public record UseCases(
            JobQueries jobs,
            ApplyJob applyJob,
            DeleteJob deleteJob,
            RunQueries runs,
            StartRun startRun,
            StopRun stopRun,
            PauseRun pauseRun,
            ResumeRun resumeRun,
            ExplainRun explainRun,
            AwaitRun awaitRun,
            CallbackQueries callbacks,
            RedeliverCallback redeliverCallback,
            CallbackSecrets callbackSecrets,
            RetentionQueries retention,
            FollowRuns followRuns,
            Accounts accounts) {}

    /** What it calls for users, their keys and their sessions. */
    public record Accounts(
            Credentials credentials,
            UserQueries users,
            WriteUser writeUser,
            DeleteUser deleteUser,
            ApiKeyQueries keys,
            MakeApiKey makeKey,
            RevokeApiKey revokeKey,
            ChangePassword changePassword) {}

    /**
     * The API.
     *
     * @param longestWait what a client may at most wait for a run to end; a longer wish is cut
     * @param ready says whether this server can do its work now; asked by {@code /health/ready}, must answer at once
     */
    public NativeApi(UseCases useCases, Duration longestWait, BooleanSupplier ready) {
        this(useCases, longestWait, ready, EventStreams.Rules.STANDARD);
    }

    NativeApi(UseCases useCases, Duration longestWait, BooleanSupplier ready, EventStreams.Rules rules) {
        this.streams = new EventStreams(rules);
        RunWaits waits = new RunWaits(useCases.awaitRun(), longestWait);
        RunAnswers answers = new RunAnswers(useCases.callbacks());
        RunStarts starts = new RunStarts(useCases.startRun(), waits, answers);
        Accounts accounts = useCases.accounts();
        Keys keys = new Keys(accounts.keys(), accounts.makeKey(), accounts.revokeKey());
        List<Object> resources = List.of(
                new JobsResource(useCases.jobs(), new JobChanges(useCases.applyJob()), useCases.deleteJob(), starts),
                new RunsResource(useCases.runs(), useCases.stopRun(), starts, waits, answers),
                new RunHoldResource(useCases.pauseRun(), useCases.resumeRun(), answers),
                new RunStoryResource(useCases.runs(), useCases.explainRun()),
                new CallbacksResource(useCases.callbacks(), useCases.redeliverCallback()),
                new CallbackSecretsResource(useCases.callbackSecrets()),
                new RunOutputResource(useCases.runs(), streams),
                new EventsResource(useCases.followRuns(), answers, streams),
                new RetentionResource(useCases.retention()),
                new UsersResource(accounts.users(), accounts.writeUser(), accounts.deleteUser()),
                new UserKeysResource(keys),
                new MeResource(accounts.changePassword(), keys),
                new SessionResource(accounts.credentials(), credentials()),
                new HealthResource(ready));
        OpenApiResource description = new OpenApiResource(
                Stream.concat(resources.stream().map(Object::getClass), Stream.of(OpenApiResource.class))
                        .toList());
        this.components = Stream.concat(resources.stream(), Stream.of(description, new ContentTypeFilter()))
                .toList();
    }

    /** How the server words errors and reads bodies for it: also under {@code /health} and {@code /metrics}. */
    public ServedDialect dialect() {
        return new ServedDialect("native", PREFIXES, new ProblemDetails(NativeFailures::refusal), JsonRules.STRICT);
    }

    /** Where its credentials are: in {@code Authorization: Bearer}. */
    public CredentialReader credentials() {
        return new BearerToken(PREFIXES);
    }

    /** Ends every stream of events, and begins no other: before the server stops, which waits for what is under way. */
    public void endStreams() {
        streams.close();
    }

    /** How many streams of events are open. */
    int openStreams() {
        return streams.count();
    }

    /** The resources and filters to register. */
    public List<Object> components() {
        return components;
    }
}
