package org.jobplatform.rest.nativeapi;

import java.util.Arrays;
import java.util.List;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.jobplatform.rest.openapi.Shape;

/** The shapes of request bodies, as their readers take them; a test holds the two together. */
final class RequestShapes {
    private RequestShapes() {}

    /** What {@link StartReader} reads. */
    static Shape start() {
        return new Shape()
                .texts("parameters", "Over those of the job")
                .text("argument", RunRequest.MAXIMUM_ARGUMENT, "Handed to the runner as one argument")
                .object(
                        "rows",
                        new Shape()
                                .integer("begin", 1, Long.MAX_VALUE, "The first row, 1 by default")
                                .integer("end", 1, Long.MAX_VALUE, "The last row; all when absent"),
                        "Which rows to work on; only for jobs that take a range")
                .integer("threads", 1, RunRequest.MAXIMUM_THREADS, "1 by default")
                .integer("loggingLevel", 0, LoggingLevel.HIGH.number(), "2 by default")
                .integer("priority", -100, 100, "Among what waits; 0 by default")
                .object(
                        "callback",
                        new Shape()
                                .text("url", CallbackTarget.MAXIMUM_LENGTH, "Where the end of the run is told")
                                .required("url"),
                        "Who is told")
                .truth("chain", "Whether the jobs that follow are run too; false by default");
    }

    /** A start under the caller's own id. */
    static Shape startUnderId() {
        return start().text("job", "The id of the job").required("job");
    }

    /** What {@link StopWish} reads. */
    static Shape stop() {
        return new Shape()
                .choice("mode", lower(StopMode.class), "How")
                .text("reason", StopRequest.MAXIMUM_REASON, "Why")
                .required("mode");
    }

    /** What {@link JobDocumentReader} reads; the runner's settings stand in a field named like the runner. */
    static Shape job() {
        return new Shape()
                .text("id", "As in the address")
                .text("federatedId", "Made when absent")
                .text("project", "The folder it is in, Default by default")
                .text("name", "Unique in its project")
                .text("type", "A label such as MTT or WORKFLOW")
                .text("description", JobDefinition.MAXIMUM_DESCRIPTION, "For people")
                .text("runner", "What carries it out; its settings stand in a field of this name")
                .texts("parameters", "What runs get unless their start says otherwise")
                .text("timeout", "A duration from PT1S to P365D")
                .object(
                        "concurrency",
                        new Shape()
                                .integer("limit", 1, 10_000, "Runs at once")
                                .choice("whenFull", lower(Concurrency.WhenFull.class), "reject by default")
                                .required("limit"),
                        "No limit when absent")
                .object(
                        "retry",
                        new Shape()
                                .integer("attempts", 1, 100, "In all, 1 by default")
                                .text("backoff", "A duration between two"),
                        "What becomes of a run that failed")
                .choice("onLost", lower(OnLost.class), "What becomes of a run whose node died; end by default")
                .list("next", "The ids of the jobs that follow when a start asks for the chain, at most 100")
                .readOnly("version", "created", "updated", "links")
                .required("name", "runner")
                .open();
    }

    /** What {@link UserReader} reads. */
    static Shape user() {
        return new Shape()
                .list("grants", "Roles, each with the project where it holds: everywhere without one")
                .text("password", NewPassword.LONGEST, "As before when absent")
                .truth("disabled", "No credential of the user is good")
                .required("grants");
    }

    /** What {@link Keys} reads. */
    static Shape key() {
        return new Shape()
                .text("name", ApiKey.LONGEST_NAME, "What it is for")
                .choice("cap", lower(Role.class), "No more than what this role may do")
                .text("expiresAt", "Not from this time on")
                .required("name");
    }

    /** What {@link MeResource} reads. */
    static Shape passwordChange() {
        return new Shape()
                .text("current", NewPassword.LONGEST, "The password until now")
                .text("new", NewPassword.LONGEST, "At least " + NewPassword.SHORTEST + " characters")
                .required("current", "new");
    }

    /** What {@link SessionResource} reads. */
    static Shape login() {
        return new Shape()
                .text("username", User.LONGEST_NAME, "Without regard to case")
                .text("password", NewPassword.LONGEST, "")
                .required("username", "password");
    }

    static <E extends Enum<E>> List<String> lower(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(ValueText::lower).toList();
    }
}
