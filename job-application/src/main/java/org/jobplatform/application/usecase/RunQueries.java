package org.jobplatform.application.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunStatus;

/** What can be known of runs. */
public final class RunQueries {
    private final RunStore runs;
    private final RunIndex index;
    private final RunLog log;
    private final RunContent content;

    /** All of the same store. */
    public RunQueries(RunStore runs, RunIndex index, RunLog log, RunContent content) {
        this.runs = runs;
        this.index = index;
        this.log = log;
        this.content = content;
    }

    /** The run with this id. @throws RunFailure.NotFound when there is none */
    public Run find(RunId id) {
        return runs.find(id).orElseThrow(() -> new RunFailure.NotFound("id " + id));
    }

    /** The run with this number. @throws RunFailure.NotFound when there is none */
    public Run find(RunNumber number) {
        return index.find(number).orElseThrow(() -> new RunFailure.NotFound("number " + number));
    }

    /** As {@link RunIndex#page}. */
    public List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit) {
        return index.page(filter, after, limit);
    }

    /** As {@link RunIndex#startedBy}. */
    public List<Run> startedBy(String requester, int limit) {
        return index.startedBy(requester, limit);
    }

    /** As {@link RunIndex#ended}. */
    public List<Run> ended(Optional<JobId> job, int offset, int limit) {
        return index.ended(job, offset, limit);
    }

    /** The run and those that follow it in its chain, in their order. @throws RunFailure.NotFound when there is none */
    public List<Run> family(RunId root) {
        List<Run> family = new ArrayList<>();
        family.add(find(root));
        family.addAll(index.chain(root));
        return List.copyOf(family);
    }

    /** The runs of the steps of a flow, in their order; none for a run that is no flow. */
    public List<Run> steps(RunId flow) {
        return index.steps(flow);
    }

    /** Every attempt at the run, the oldest first; the last is the one that is made now, or was made last. */
    public List<RunAttempt> attempts(RunId id) {
        Run run = find(id);
        List<RunAttempt> attempts = new ArrayList<>(index.attempts(id));
        boolean kept = attempts.stream().anyMatch(attempt -> attempt.number() == run.attempt());
        if (run.attempt() > 0 && !kept && run.status() != RunStatus.QUEUED) {
            attempts.add(RunAttempt.latest(run));
        }
        return List.copyOf(attempts);
    }

    /** The length of the run's log in bytes. */
    public long logSize(RunId id) {
        return log.size(id);
    }

    /** As {@link RunLog#read}. */
    public byte[] readLog(RunId id, long offset, int length) {
        return log.read(id, offset, length);
    }

    /** As {@link RunLog#startOfLast}. */
    public long startOfLastLines(RunId id, int lines) {
        return log.startOfLast(id, lines);
    }

    /** Up to {@code length} bytes of what the run left, from {@code offset} on; its description says what they are. */
    public byte[] readContent(Run run, long offset, int length) {
        return content.read(run.id(), run.attempt(), offset, length);
    }
}
