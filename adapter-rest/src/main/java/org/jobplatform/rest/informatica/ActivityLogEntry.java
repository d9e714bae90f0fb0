package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;

/** A run that has ended, as the activity log shows it. Its id is the run's number as text. */
record ActivityLogEntry(
        @JsonProperty("@type") String kind,
        String id,
        TaskType type,
        String objectId,
        String objectName,
        int runId,
        String startTime,
        String endTime,
        String startTimeUtc,
        String endTimeUtc,
        int state,
        boolean isStopped,
        long failedSourceRows,
        long successSourceRows,
        long failedTargetRows,
        long successTargetRows,
        long totalSuccessRows,
        long totalFailedRows,
        String errorMsg,
        String startedBy,
        String runContextType,
        List<ActivityLogEntry> entries,
        List<ActivityLogEntry> subTaskEntries,
        Map<String, String> logEntryItemAttrs,
        List<Object> transformationEntries) {
    /** Every start comes through an API; the vendor's other values name its own user interface and scheduler. */
    static final String RUN_CONTEXT = "REST_API";

    /**
     * Of a run that has ended.
     *
     * @param steps its own, when it is a linear taskflow
     * @throws IllegalArgumentException when the run has not ended
     */
    static ActivityLogEntry from(Run run, List<ActivityLogEntry> steps) {
        if (!(run.state() instanceof RunState.Ended ended)) {
            throw new IllegalArgumentException("run " + run.id() + " has not ended");
        }
        String startTime = WholeSeconds.format(run.startedAt().orElse(run.createdAt()));
        String endTime = WholeSeconds.format(ended.since());
        RowCounts rows = RowCounts.of(run);
        return new ActivityLogEntry(
                "activityLogEntry",
                run.number().toString(),
                TaskType.shownFor(run.job().type()),
                run.job().id().value(),
                run.job().name().value(),
                run.number().value(),
                startTime,
                endTime,
                startTime,
                endTime,
                stateOf(ended),
                ended.status() == RunStatus.STOPPED,
                rows.failed(),
                rows.successSource(),
                rows.failed(),
                rows.successTarget(),
                rows.successTarget(),
                rows.failed(),
                ended.message(),
                run.request().requester(),
                RUN_CONTEXT,
                List.of(),
                steps,
                Map.of(),
                List.of());
    }

    private static int stateOf(RunState.Ended ended) {
        return switch (ended) {
            case RunState.Completed ignored -> 1;
            case RunState.CompletedWithErrors ignored -> 2;
            case RunState.Failed ignored -> 3;
            case RunState.Stopped ignored -> 3;
            case RunState.Lost ignored -> 3;
        };
    }
}
