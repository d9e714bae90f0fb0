package org.jobplatform.rest.informatica;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.http.Identifiers;

/**
 * The runs of the monitor and of the log. Each run is read once for an answer, and by its state of that moment belongs to
 * one of the two, so that a client which misses a run in the monitor finds it in the log.
 */
final class Activity {
    private static final int PAGE = 500;
    private static final Set<RunStatus> UNFINISHED = EnumSet.allOf(RunStatus.class).stream()
            .filter(status -> !status.isEnded())
            .collect(Collectors.toUnmodifiableSet());

    private final RunQueries runs;

    Activity(RunQueries runs) {
        this.runs = runs;
    }

    /** Every run that has not ended, newest first. */
    List<Run> unfinished(ActivityFilter wanted, Principal who) {
        if (wanted.runId().isPresent()) {
            return one(wanted, who).filter(run -> !run.isEnded()).stream().toList();
        }
        RunFilter filter = RunFilter.ALL.withStatuses(UNFINISHED);
        if (wanted.taskId().isPresent()) {
            Optional<JobId> job = Identifiers.parse(wanted.taskId().get(), JobId::new);
            if (job.isEmpty()) {
                return List.of();
            }
            filter = filter.withJob(job.get());
        }
        List<Run> found = new ArrayList<>();
        List<Run> page = runs.page(filter, Optional.empty(), PAGE, who);
        found.addAll(page);
        while (page.size() == PAGE) {
            page = runs.page(filter, Optional.of(RunCursor.of(page.getLast())), PAGE, who);
            found.addAll(page);
        }
        return found;
    }

    /** Runs that have ended, the last ended first. */
    List<Run> ended(ActivityFilter wanted, int offset, int limit, Principal who) {
        if (wanted.runId().isPresent()) {
            return one(wanted, who).filter(Run::isEnded).stream().skip(offset).toList();
        }
        if (wanted.taskId().isEmpty()) {
            return runs.ended(Optional.empty(), offset, limit, who);
        }
        Optional<JobId> job = Identifiers.parse(wanted.taskId().get(), JobId::new);
        return job.isEmpty() ? List.of() : runs.ended(job, offset, limit, who);
    }

    /** Those steps of these flows that have ended, by the flow; a step that is a flow itself shows its own in its own entry. */
    Map<RunId, List<Run>> endedSteps(List<Run> flows, Principal who) {
        return runs.steps(flows.stream().map(Run::id).toList(), who).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        steps -> steps.getValue().stream().filter(Run::isEnded).toList()));
    }

    /** The run behind an entry of the log. @throws RunFailure.NotFound when there is none, or it has not ended */
    Run entry(String id, Principal who) {
        return Identifiers.parse(id, text -> new RunNumber(Integer.parseInt(text)))
                .filter(number -> number.toString().equals(id))
                .map(number -> runs.find(number, who))
                .filter(Run::isEnded)
                .orElseThrow(() -> new RunFailure.NotFound("this entry"));
    }

    private Optional<Run> one(ActivityFilter wanted, Principal who) {
        long number = wanted.runId().orElseThrow();
        if (number > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(runs.find(new RunNumber((int) number), who)).filter(wanted::accepts);
        } catch (RunFailure.NotFound unknown) {
            return Optional.empty();
        }
    }
}
