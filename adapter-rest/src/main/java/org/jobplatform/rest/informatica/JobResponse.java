package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The {@code job} object that answers a start. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobResponse(
        @JsonProperty("@type") String kind,
        String taskId,
        String taskFederatedId,
        String taskName,
        TaskType taskType,
        int runId,
        @JsonProperty("callbackURL") @Nullable String callbackUrl) {

    /** @param callbackUrl as the caller spelled it */
    static JobResponse from(Run run, Optional<String> callbackUrl) {
        JobReference job = run.job();
        return new JobResponse(
                "job",
                job.id().value(),
                job.federatedId().value(),
                job.name().value(),
                TaskType.shownFor(job.type()),
                run.number().value(),
                callbackUrl.orElse(null));
    }
}
