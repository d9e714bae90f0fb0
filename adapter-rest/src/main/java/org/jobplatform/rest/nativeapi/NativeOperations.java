package org.jobplatform.rest.nativeapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.openapi.Described;

/** What the description of the API says besides what its resources say themselves. */
final class NativeOperations {
    private static final List<String> STATES =
            Arrays.stream(RunStatus.values()).map(Enum::name).toList();
    private static final String JOB_EXAMPLE = """
            {"name": "MappingTask1", "project": "Default", "runner": "command", "command": {"argv": ["/opt/load.sh"]}}""";

    private NativeOperations() {}

    /** What members of answers may be. */
    static Map<String, List<String>> choices() {
        return Map.of(
                "Run.state", STATES,
                "Run.dialect", RequestShapes.lower(Dialect.class),
                "RunCallback.state", RequestShapes.lower(Delivery.Status.class),
                "Callback.state", RequestShapes.lower(Delivery.Status.class),
                "Attempt.state", STATES);
    }

    /** Each operation by its id. */
    static Map<String, Described> all() {
        Map<String, Described> all = new HashMap<>();
        jobs(all);
        starts(all);
        runs(all);
        outputs(all);
        callbacks(all);
        accounts(all);
        server(all);
        return Map.copyOf(all);
    }

    private static void jobs(Map<String, Described> all) {
        all.put(
                "jobsList",
                paged(new Described("Jobs, by project and name")
                        .query("project", "Only of this project")
                        .query("type", "Only of this type")
                        .query("text", "Only with this in their name")
                        .list("jobs", JobResponse.class)));
        all.put(
                "jobsRead",
                new Described("A job, with its version as entity tag")
                        .header("If-None-Match", "Entity tags that need not be sent again")
                        .answer(200, "The job", JobResponse.class)
                        .answer(304, "It is as the client has it"));
        all.put(
                "jobsWrite",
                conditional(new Described("Make or change a job"))
                        .header("If-None-Match", "* to make it only when there is none")
                        .body("JobDocument", RequestShapes.job(), JOB_EXAMPLE)
                        .answer(201, "Made", JobResponse.class)
                        .answer(200, "Changed, or as it was", JobResponse.class)
                        .answer(409, "Another job has the name, or changed at the same time")
                        .answer(412, "The condition does not hold"));
        all.put(
                "jobsDelete",
                conditional(new Described("Delete a job; its history stays"))
                        .answer(204, "Deleted")
                        .answer(409, "It has unfinished runs")
                        .answer(412, "The condition does not hold"));
    }

    private static void starts(Map<String, Described> all) {
        all.put(
                "jobsStart",
                started(new Described("Start a run")
                                .header("Idempotency-Key", "Makes a repeat safe: 1 to 64 characters")
                                .body("Start", RequestShapes.start(), "{\"parameters\": {\"region\": \"eu\"}}"))
                        .answer(200, "The ended run, when asked to wait", RunResponse.class));
        all.put(
                "runsStart",
                started(new Described("Start a run under the caller's own id")
                                .body("StartUnderId", RequestShapes.startUnderId(), "{\"job\": \"nightly-load\"}"))
                        .answer(
                                200,
                                "The run as it is, for a repeat; or ended, when asked to wait",
                                RunResponse.class));
    }

    private static Described started(Described start) {
        return start.header("Prefer", "wait=30 to be answered with the ended run, if it ends within so many seconds")
                .answer(202, "Accepted; Location says where the run is", RunResponse.class)
                .answer(409, "The id, or the key, belongs to another request")
                .answer(422, "Refused by a policy of the job");
    }

    private static void runs(Map<String, Described> all) {
        all.put(
                "runsList",
                paged(new Described("Runs, newest first")
                        .query("state", "Only in one of these states, separated by commas")
                        .query("job", "Only of this job")
                        .query("project", "Only of this project")
                        .query("dialect", RequestShapes.lower(Dialect.class), "Only started through this one")
                        .query("from", "Only accepted at this time or later")
                        .query("to", "Only accepted before this time")
                        .query("text", "Only with this in the name of their job, or at the beginning of their id")
                        .list("runs", RunResponse.class)));
        all.put(
                "runsRead",
                new Described("A run, now or when it has ended")
                        .query("wait", 0, RunWaits.MAXIMUM, "Seconds to wait for its end at most")
                        .answer(200, "The run", RunResponse.class));
        all.put(
                "runsStop",
                accepted(new Described("Ask a run to stop")
                        .body("Stop", RequestShapes.stop(), "{\"mode\": \"clean\", \"reason\": \"enough\"}")));
        all.put("runHoldPause", accepted(new Described("Ask that a run is held")));
        all.put("runHoldResume", accepted(new Described("Let a run that is held go on")));
        all.put(
                "runStoryAttempts",
                new Described("Every attempt at a run, the oldest first").list("attempts", AttemptResponse.class));
        all.put(
                "runStoryExplain",
                new Described("Why it waits, why it failed, why no callback arrived")
                        .answer(200, "The reasons", RunStoryResource.ExplanationResponse.class));
        all.put(
                "eventsFollow",
                new Described("Changes of runs as they come, as server-sent events")
                        .query("project", "Only of this project")
                        .query("job", "Only of this job")
                        .query("run", "Only of this run, to its end")
                        .header("Last-Event-ID", "Where the client was left; any server can go on from there")
                        .bytes(200, "Events state and progress, each with a run", EventStreams.MEDIA_TYPE)
                        .answer(204, "The end of the run was told already"));
    }

    private static Described accepted(Described wish) {
        return wish.answer(202, "Asked; the run as it is", RunResponse.class)
                .answer(409, "The state of the run does not allow it");
    }

    private static void outputs(Map<String, Described> all) {
        all.put(
                "runOutputLog",
                new Described("The log of a run, or its lines as server-sent events")
                        .query("tail", 1, RunOutputResource.MOST_LINES, "Only so many lines at the end")
                        .query("follow", List.of("true", "false"), "As events, until the run has ended")
                        .header("Range", "bytes=0-99")
                        .header("Last-Event-ID", "The offset in bytes to follow the log from")
                        .bytes(200, "The log", "text/plain")
                        .bytes(200, "The log", EventStreams.MEDIA_TYPE)
                        .bytes(206, "A part of it", "text/plain")
                        .answer(204, "The client has all of it, and the run has ended")
                        .answer(416, "There are no such bytes"));
        all.put(
                "runOutputContent",
                new Described("What a run has left")
                        .header("Range", "bytes=0-99")
                        .header("If-Range", "The entity tag for which the range is meant")
                        .header("If-None-Match", "Entity tags that need not be sent again")
                        .bytes(200, "The content, under its own media type", "*/*")
                        .bytes(206, "A part of it", "*/*")
                        .answer(304, "It is as the client has it")
                        .answer(416, "There are no such bytes"));
    }

    private static void callbacks(Map<String, Described> all) {
        all.put(
                "callbacksList",
                new Described("The callbacks of a run, with every attempt").list("callbacks", CallbackResponse.class));
        all.put(
                "callbacksRedeliver",
                new Described("Make another callback to where this one went")
                        .answer(202, "The new callback", CallbackResponse.class)
                        .answer(409, "The run has not ended, or another was made at the same time"));
        all.put(
                "callbackSecretsShow",
                new Described("The secrets that sign the callbacks of a project")
                        .answer(200, "The secrets", CallbackSecretResponse.class));
        all.put(
                "callbackSecretsRotate",
                new Described("Make a new secret; the one before stays valid beside it")
                        .answer(200, "The secrets", CallbackSecretResponse.class)
                        .answer(409, "The secret before that is still valid"));
        all.put("callbackSecretsRetirePrevious", new Described("End the previous secret").answer(204, "Ended"));
    }

    private static void accounts(Map<String, Described> all) {
        all.put("usersList", paged(new Described("Users, by name").list("users", UserResponse.class)));
        all.put("usersRead", new Described("A user").answer(200, "The user", UserResponse.class));
        all.put(
                "usersWrite",
                new Described("Make or change a user")
                        .body(
                                "User",
                                RequestShapes.user(),
                                "{\"grants\": [{\"project\": \"Finance\", \"role\": \"operator\"}]}")
                        .answer(201, "Made", UserResponse.class)
                        .answer(200, "Changed, or as it was", UserResponse.class)
                        .answer(409, "Nobody could administer the platform then"));
        all.put(
                "usersDelete",
                new Described("Delete a user with its sessions and keys")
                        .answer(204, "Deleted")
                        .answer(409, "Nobody could administer the platform then"));
        all.put("userKeysList", new Described("The API keys of a user").list("keys", KeyResponse.class));
        all.put("userKeysMake", made(new Described("Make an API key for a user")));
        all.put("userKeysRevoke", new Described("End an API key of a user").answer(204, "Ended"));
        all.put(
                "meRead",
                new Described("Who asks, and what may be done by its credential")
                        .answer(200, "The caller", MeResource.MeResponse.class));
        all.put(
                "meChangePassword",
                new Described("Choose another password, which ends every session of the caller")
                        .body("PasswordChange", RequestShapes.passwordChange(), "")
                        .answer(204, "Changed"));
        all.put("meList", new Described("The API keys of the caller").list("keys", KeyResponse.class));
        all.put("meMake", made(new Described("Make an API key for the caller")));
        all.put("meRevoke", new Described("End an API key of the caller").answer(204, "Ended"));
        all.put(
                "sessionLogIn",
                new Described("Log in")
                        .body("Login", RequestShapes.login(), "")
                        .answer(201, "The session", SessionResource.SessionResponse.class)
                        .answer(401, "The name or password is wrong")
                        .answer(429, "Too many have failed; Retry-After says when to try again"));
        all.put("sessionLogOut", new Described("Log out").answer(204, "The session has ended"));
    }

    private static Described made(Described key) {
        return key.body("Key", RequestShapes.key(), "{\"name\": \"nightly\", \"cap\": \"operator\"}")
                .answer(201, "The key, this once", KeyResponse.class)
                .answer(409, "The user has as many as one may have");
    }

    private static void server(Map<String, Described> all) {
        all.put(
                "retentionPreview",
                paged(new Described("Which runs are about to be deleted, by job")
                        .query("runs", "Another age, such as P30D, than that in force")
                        .query("keep", "Another number of runs that each job keeps")
                        .list("jobs", RetentionResource.DueRunsResponse.class)));
        all.put("healthLive", new Described("Whether the server answers at all"));
        all.put(
                "healthReady",
                new Described("Whether the server can do its work")
                        .bytes(200, "It can", "application/json")
                        .bytes(503, "It cannot", "application/json"));
        all.put(
                "openApiRead",
                new Described("This description").bytes(200, "An OpenAPI 3.1 document", "application/json"));
    }

    private static Described paged(Described list) {
        return list.query("limit", 1, Page.MAXIMUM, "Most entries of a page, 50 by default")
                .query("cursor", "The next of the page before");
    }

    private static Described conditional(Described change) {
        return change.header("If-Match", "The entity tag that it must have, or *");
    }
}
