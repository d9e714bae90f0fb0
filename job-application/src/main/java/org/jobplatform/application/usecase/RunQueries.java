package org.jobplatform.application.usecase;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunStatus;

/** What can be known of runs, by whom. A run belongs to the project that its job was in when it was started. */
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

    /** The run with this id. @throws RunFailure.NotFound when there is none, or not for this asker */
    public Run find(RunId id, Principal who) {
        return Gate.run(runs.find(id), "id " + id, Permission.RUN_READ, who);
    }

    /** The run with this number. @throws RunFailure.NotFound when there is none, or not for this asker */
    public Run find(RunNumber number, Principal who) {
        return Gate.run(index.find(number), "number " + number, Permission.RUN_READ, who);
    }

    /** As {@link RunIndex#page}, of the runs that are shown to the asker. */
    public List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit, Principal who) {
        return index.page(filter.within(who.reach(Permission.RUN_READ)), after, limit);
    }

    /** As {@link RunIndex#startedBy}, of the runs that are shown to the asker. */
    public List<Run> startedBy(String requester, int limit, Principal who) {
        return index.startedBy(requester, who.reach(Permission.RUN_READ), limit);
    }

    /** As {@link RunIndex#ended}, of the runs that are shown to the asker. */
    public List<Run> ended(Optional<JobId> job, int offset, int limit, Principal who) {
        return index.ended(job, who.reach(Permission.RUN_READ), offset, limit);
    }

    /**
     * The run and those that follow it in its chain, in their order; of these, the ones that are shown to the asker.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     */
    public List<Run> family(RunId root, Principal who) {
        List<Run> family = new ArrayList<>();
        family.add(find(root, who));
        family.addAll(shown(index.chain(root), who));
        return List.copyOf(family);
    }

    /** The runs of the steps of flows, in their order, as far as they are shown to the asker; by the flow. */
    public Map<RunId, List<Run>> steps(Collection<RunId> flows, Principal who) {
        return shown(index.steps(flows), who).stream()
                .collect(
                        groupingBy(step -> step.request().origin().orElseThrow().parent()));
    }

    private static List<Run> shown(List<Run> runs, Principal who) {
        return runs.stream()
                .filter(run -> who.may(Permission.RUN_READ, run.job().project()))
                .toList();
    }

    /**
     * Every attempt at the run, the oldest first; the last is the one that is made now, or was made last.
     *
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     */
    public List<RunAttempt> attempts(RunId id, Principal who) {
        Run run = find(id, who);
        List<RunAttempt> attempts = new ArrayList<>(index.attempts(id));
        boolean kept = attempts.stream().anyMatch(attempt -> attempt.number() == run.attempt());
        if (run.attempt() > 0 && !kept && run.status() != RunStatus.QUEUED) {
            attempts.add(RunAttempt.latest(run));
        }
        return List.copyOf(attempts);
    }

    /** The length of the run's log in bytes. @throws RunFailure.NotFound when it is not for this asker */
    public long logSize(Run run, Principal who) {
        Gate.run(run, Permission.RUN_READ, who);
        return log.size(run.id());
    }

    /** As {@link RunLog#read}. @throws RunFailure.NotFound when it is not for this asker */
    public byte[] readLog(Run run, long offset, int length, Principal who) {
        Gate.run(run, Permission.RUN_READ, who);
        return log.read(run.id(), offset, length);
    }

    /** As {@link RunLog#startOfLast}. @throws RunFailure.NotFound when it is not for this asker */
    public long startOfLastLines(Run run, int lines, Principal who) {
        Gate.run(run, Permission.RUN_READ, who);
        return log.startOfLast(run.id(), lines);
    }

    /**
     * Up to {@code length} bytes of what the run left, from {@code offset} on; its description says what they are.
     *
     * @throws RunFailure.NotFound when it is not for this asker
     */
    public byte[] readContent(Run run, long offset, int length, Principal who) {
        Gate.run(run, Permission.RUN_READ, who);
        return content.read(run.id(), run.attempt(), offset, length);
    }
}
