package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is answered: its document, and what the server knows besides. {@link JobDocumentReader} reads it back.
 *
 * @param settings holds the runner's settings under the runner's name, as the document does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobResponse(
        String id,
        String federatedId,
        String project,
        String name,
        String type,
        @Nullable String description,
        String runner,
        @JsonAnyGetter Map<String, Object> settings,
        Map<String, String> parameters,
        @Nullable Duration timeout,
        @Nullable Limit concurrency,
        Retry retry,
        String onLost,
        List<String> next,
        long version,
        Edit created,
        Edit updated,
        JobLinks links) {

    record Limit(int limit, String whenFull) {
        static Limit from(Concurrency concurrency) {
            return new Limit(concurrency.limit(), ValueText.lower(concurrency.whenFull()));
        }
    }

    record Retry(int attempts, Duration backoff) {
        static Retry from(RetryPolicy retry) {
            return new Retry(retry.attempts(), retry.backoff());
        }
    }

    record Edit(Instant at, String by) {
        static Edit from(Job.Edit edit) {
            return new Edit(edit.at(), edit.by());
        }
    }

    record JobLinks(String self, String runs) {}

    static JobResponse from(Job job) {
        JobDefinition definition = job.definition();
        String self = Links.job(job.id());
        return new JobResponse(
                job.id().value(),
                job.federatedId().value(),
                definition.project().value(),
                definition.name().value(),
                definition.type().value(),
                definition.description().orElse(null),
                definition.runner().kind(),
                Map.of(definition.runner().kind(), definition.runner().settings()),
                definition.parameters(),
                definition.timeout().orElse(null),
                definition.concurrency().map(Limit::from).orElse(null),
                Retry.from(definition.retry()),
                ValueText.lower(definition.onLost()),
                definition.next().stream().map(JobId::value).toList(),
                job.version(),
                Edit.from(job.created()),
                Edit.from(job.updated()),
                new JobLinks(self, self + "/runs"));
    }
}
