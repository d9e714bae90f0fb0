package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * How a run, or a chain of them, has come out: the answer of a synchronous call, and the body of a callback.
 *
 * @param startTime of the first run; null when none has started
 * @param runTime from the start of the first to the end of the last; null before the end
 * @param log of all runs, as far as they were to keep one
 * @param error why it did not go well; null when it did
 */
record ExecJobResponse(
        @JsonProperty("runID") String runId,
        @JsonProperty("projectID") String projectId,
        @JsonProperty("jobID") String jobId,
        String status,
        @Nullable String startTime,
        @Nullable String runTime,
        long totalRows,
        long inserts,
        long updates,
        long deletes,
        long errors,
        long skips,
        long ignores,
        String log,
        @Nullable String error) {
    static final String NAME = "execJobResponse";

    /**
     * Of runs as they are now.
     *
     * @param chain at least one run, in their order; the counters are those of all together
     * @param ended whether nothing follows any more
     */
    static ExecJobResponse from(List<Run> chain, String runId, JobAddress job, boolean ended, String log) {
        Optional<Instant> start =
                chain.stream().flatMap(run -> run.startedAt().stream()).min(Instant::compareTo);
        Optional<Instant> end = ended
                ? chain.stream().flatMap(run -> run.endedAt().stream()).max(Instant::compareTo)
                : Optional.empty();
        return new ExecJobResponse(
                runId,
                job.project(),
                job.job(),
                status(chain, ended),
                start.map(Times::format).orElse(null),
                end.map(last -> Times.format(Duration.between(start.orElse(last), last)))
                        .orElse(null),
                sum(chain, RowCounters::total),
                sum(chain, RowCounters::inserts),
                sum(chain, RowCounters::updates),
                sum(chain, RowCounters::deletes),
                sum(chain, RowCounters::errors),
                sum(chain, RowCounters::skips),
                sum(chain, RowCounters::ignores),
                log,
                error(chain, ended));
    }

    /** Of a start that could not begin. */
    static ExecJobResponse refused(String runId, JobAddress job, String error) {
        return new ExecJobResponse(
                runId, job.project(), job.job(), StatusText.FAILED, null, null, 0, 0, 0, 0, 0, 0, 0, "", error);
    }

    private static String status(List<Run> chain, boolean ended) {
        if (!ended) {
            return StatusText.RUNNING;
        }
        return chain.stream().map(run -> StatusText.of(run.status())).allMatch(StatusText.COMPLETE::equals)
                ? StatusText.COMPLETE
                : StatusText.FAILED;
    }

    private static long sum(List<Run> chain, ToLongFunction<RowCounters> counter) {
        return chain.stream()
                .map(run -> run.progress().rows())
                .mapToLong(counter)
                .sum();
    }

    private static @Nullable String error(List<Run> chain, boolean ended) {
        if (!ended) {
            return "The job has not ended within the time that this server waits. It goes on; ask Results for it.";
        }
        String error = chain.stream()
                .map(run -> run.state() instanceof RunState.Ended end ? end.message() : "")
                .filter(message -> !message.isEmpty())
                .collect(Collectors.joining("\n"));
        return error.isEmpty() ? null : error;
    }
}
