package org.jobplatform.rest.informatica;

import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.domain.run.Run;

/**
 * Which runs a client wants to see; an empty part leaves none out.
 *
 * @param taskId the id of the task, wherever it lies
 * @param runId the number of the run, at least 1
 */
record ActivityFilter(Optional<String> taskId, OptionalLong runId) {
    static ActivityFilter from(QueryValues query) {
        return new ActivityFilter(query.text("taskId"), query.number("runId", 1));
    }

    boolean accepts(Run run) {
        return taskId.map(run.job().id().value()::equals).orElse(true)
                && (runId.isEmpty() || runId.getAsLong() == run.number().value());
    }
}
