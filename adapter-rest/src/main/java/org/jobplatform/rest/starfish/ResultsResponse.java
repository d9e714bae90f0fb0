package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands, as {@code Results} shows it.
 *
 * @param startTime null before it has started
 * @param runTime null before it has ended
 */
record ResultsResponse(
        @JsonProperty("runID") String runId,
        @Nullable String startTime,
        @Nullable String runTime,
        String status,
        long totalRows,
        long inserts,
        long updates,
        long deletes,
        long errors,
        long skips,
        long ignores) {
    static final String NAME = "resultsResponse";

    /** @param spelling of the run's id */
    static ResultsResponse from(Run run, String spelling) {
        RowCounters rows = run.progress().rows();
        return new ResultsResponse(
                spelling,
                run.startedAt().map(Times::format).orElse(null),
                run.endedAt()
                        .map(end ->
                                Times.format(Duration.between(run.startedAt().orElse(end), end)))
                        .orElse(null),
                StatusText.of(run.status()),
                rows.total(),
                rows.inserts(),
                rows.updates(),
                rows.deletes(),
                rows.errors(),
                rows.skips(),
                rows.ignores());
    }
}
