package org.jobplatform.application.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.StopMode;

/** Asks every unfinished run of a job to stop. */
public final class StopJob {
    /** Total, so that of runs added at one moment each is stopped by the newer ones only, and the newest by none. */
    private static final Comparator<Run> AGE = Comparator.comparing(Run::createdAt)
            .thenComparingInt(run -> run.number().value());

    private final RunIndex index;
    private final StopRun stop;

    /** @param stop stops each */
    public StopJob(RunIndex index, StopRun stop) {
        this.index = index;
        this.stop = stop;
    }

    /**
     * Asks the unfinished runs to stop, and returns them as they then are; none when none was unfinished. Runs from when
     * the job was in a project where the asker may not stop any go on.
     *
     * @throws JobFailure.NotFound when the job is not for this asker
     */
    public List<Run> stop(Job job, StopMode mode, String reason, Principal who) {
        Gate.job(Optional.of(job), "id " + job.id(), Permission.RUN_STOP, who);
        List<Run> unfinished = index.unfinished(job.id()).stream()
                .filter(run -> who.may(Permission.RUN_STOP, run.job().project()))
                .toList();
        return each(unfinished, run -> stop.stop(run.id(), mode, reason, who));
    }

    /** Asks the unfinished runs that are older than this one to stop, whoever may stop them. */
    void stopOthers(Run newest, StopMode mode, String reason) {
        List<Run> older = index.unfinished(newest.job().id()).stream()
                .filter(run -> AGE.compare(run, newest) < 0)
                .toList();
        each(
                older,
                run -> stop.forAnother(run.id(), mode, reason, newest.request().requester()));
    }

    private static List<Run> each(List<Run> unfinished, UnaryOperator<Run> stop) {
        List<Run> stopped = new ArrayList<>();
        for (Run run : unfinished) {
            unlessEnded(run, stop).ifPresent(stopped::add);
        }
        return stopped;
    }

    private static Optional<Run> unlessEnded(Run run, UnaryOperator<Run> stop) {
        try {
            return Optional.of(stop.apply(run));
        } catch (RunFailure.NotAllowed | RunFailure.NotFound endedMeanwhile) {
            return Optional.empty();
        }
    }
}
