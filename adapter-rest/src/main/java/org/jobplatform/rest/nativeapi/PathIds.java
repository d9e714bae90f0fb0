package org.jobplatform.rest.nativeapi;

import java.util.List;
import java.util.function.Function;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** Ids in addresses. Nothing can be found under a malformed one; nothing can be made under it either. */
final class PathIds {
    private PathIds() {}

    static JobId job(String text) {
        try {
            return new JobId(text);
        } catch (IllegalArgumentException malformed) {
            throw new JobFailure.NotFound("this id");
        }
    }

    static RunId run(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException malformed) {
            throw new RunFailure.NotFound("this id");
        }
    }

    static ProjectPath project(String text) {
        try {
            return new ProjectPath(text);
        } catch (IllegalArgumentException malformed) {
            throw new SecretFailure.NoProject("of this name");
        }
    }

    /** The number of a callback of the run. */
    static int callback(RunId run, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new DeliveryFailure.NotFound(run, "of this number");
        }
    }

    static JobId newJob(String text) {
        return made(text, JobId::new);
    }

    static RunId newRun(String text) {
        return made(text, RunId::new);
    }

    private static <T> T made(String text, Function<String, T> id) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidBody(List.of(new FieldProblem("id", String.valueOf(malformed.getMessage()))));
        }
    }
}
