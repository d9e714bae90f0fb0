package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jobplatform.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** A run that has not ended, as the activity monitor shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityMonitorEntry(
        @JsonProperty("@type") String kind,
        String id,
        TaskType type,
        String taskId,
        String taskName,
        String objectName,
        int runId,
        String startTime,
        String startTimeUtc,
        ExecutionState executionState,
        long successSourceRows,
        long failedSourceRows,
        long successTargetRows,
        long failedTargetRows,
        String startedBy,
        String runContextType,
        @JsonProperty("callbackURL") @Nullable String callbackUrl,
        List<ActivityMonitorEntry> entries) {

    /** What the vendor lets a client see of an unfinished run. */
    enum ExecutionState {
        INITIALIZED,
        RUNNING,
        STOPPING;

        static ExecutionState of(Run run) {
            return switch (run.status()) {
                case QUEUED, STARTING -> INITIALIZED;
                case RUNNING, PAUSED -> RUNNING;
                case STOPPING -> STOPPING;
                case COMPLETED, COMPLETED_WITH_ERRORS, FAILED, STOPPED, LOST ->
                    throw new IllegalArgumentException("run " + run.id() + " has ended");
            };
        }
    }

    static ActivityMonitorEntry from(Run run) {
        String started = WholeSeconds.format(run.startedAt().orElse(run.createdAt()));
        RowCounts rows = RowCounts.of(run);
        return new ActivityMonitorEntry(
                "activityMonitorEntry",
                run.number().toString(),
                TaskType.shownFor(run.job().type()),
                run.job().id().value(),
                run.job().name().value(),
                run.job().name().value(),
                run.number().value(),
                started,
                started,
                ExecutionState.of(run),
                rows.successSource(),
                rows.failed(),
                rows.successTarget(),
                rows.failed(),
                run.request().requester(),
                ActivityLogEntry.RUN_CONTEXT,
                run.request().callback().map(target -> target.url().toString()).orElse(null),
                List.of());
    }
}
