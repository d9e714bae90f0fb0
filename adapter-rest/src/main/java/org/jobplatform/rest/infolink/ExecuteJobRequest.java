package org.jobplatform.rest.infolink;

import java.util.Optional;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.job.IdentifierGrammar;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.json.JsonFields;

/**
 * What {@code executeJob} is asked for. Its {@code apiKey} is left to {@link ApiKeyReader}.
 *
 * @param app the folder that the vendor calls an app
 * @param asynchronous answer at once, by the id alone
 * @param schema tell the columns of the results
 * @param jobId the caller's own id in its spelling; empty text counts as none
 */
record ExecuteJobRequest(
        ProjectPath app, Operation operation, boolean asynchronous, boolean schema, Optional<String> jobId) {
    /** Reads the request. @throws org.jobplatform.rest.json.InvalidBody with every problem it has */
    static ExecuteJobRequest from(JsonFields body) {
        Optional<ProjectPath> app = body.optionalParsed("appId", ProjectPath.MAXIMUM_LENGTH, ProjectPath::new);
        requirePresent(body, "appId");
        Optional<Operation> operation = body.optionalObject("operation").flatMap(Operation::from);
        requirePresent(body, "operation");
        boolean asynchronous = body.optionalBoolean("isAsync").orElse(true);
        boolean schema = !body.optionalBoolean("noResultSchema").orElse(false);
        Optional<String> jobId = body.optionalParsed(
                        "jobId", IdentifierGrammar.MAXIMUM_LENGTH, ExecuteJobRequest::idOrNothing)
                .filter(text -> !text.isEmpty());
        body.check();
        return new ExecuteJobRequest(app.orElseThrow(), operation.orElseThrow(), asynchronous, schema, jobId);
    }

    StartCommand toCommand(JobId job, Caller caller) {
        StartOptions options = StartOptions.DEFAULT.withParameters(operation.parameters());
        return new StartCommand(job, jobId.map(RunId::new), Optional.empty(), options, false, caller);
    }

    static void requirePresent(JsonFields fields, String name) {
        if (!fields.has(name)) {
            fields.problem(name, "is missing");
        }
    }

    private static String idOrNothing(String text) {
        return text.isEmpty() ? text : IdentifierGrammar.require("jobId", text);
    }
}
