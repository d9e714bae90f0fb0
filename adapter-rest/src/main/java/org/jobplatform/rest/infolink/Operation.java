package org.jobplatform.rest.infolink;

import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.rest.json.JsonFields;

/**
 * What is to be executed: the scenario that {@code RunScenario} names, or the job that is called like the operation.
 *
 * @param parameters of the run
 */
record Operation(JobName job, Map<String, String> parameters) {
    private static final String RUN_SCENARIO = "RunScenario";
    private static final String NAME = "opName";
    private static final String PARAMETERS = "opParams";
    private static final String SCENARIO = "scenario";

    /** The operation of this object; empty when a problem was noted. */
    static Optional<Operation> from(JsonFields operation) {
        Optional<JobName> name = named(operation, NAME);
        if (name.filter(found -> found.value().equals(RUN_SCENARIO)).isEmpty()) {
            return with(name, operation, PARAMETERS);
        }
        ExecuteJobRequest.requirePresent(operation, PARAMETERS);
        return operation
                .optionalObject(PARAMETERS)
                .flatMap(scenario -> with(named(scenario, SCENARIO), scenario, "parameters"));
    }

    private static Optional<Operation> with(Optional<JobName> job, JsonFields fields, String parameters) {
        Map<String, String> values = OperationParameters.read(fields, parameters);
        return job.map(name -> new Operation(name, values));
    }

    private static Optional<JobName> named(JsonFields fields, String name) {
        ExecuteJobRequest.requirePresent(fields, name);
        return fields.optionalParsed(name, JobName.MAXIMUM_LENGTH, JobName::new);
    }
}
