package org.jobplatform.application.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.job.JobId;
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

    /** Asks the unfinished runs to stop, and returns them as they then are; none when none was unfinished. */
    public List<Run> stop(JobId job, StopMode mode, String reason, String requester) {
        return stopEach(index.unfinished(job), mode, reason, requester);
    }

    /** Asks the unfinished runs that are older than this one to stop. */
    void stopOthers(Run newest, StopMode mode, String reason) {
        List<Run> older = index.unfinished(newest.job().id()).stream()
                .filter(run -> AGE.compare(run, newest) < 0)
                .toList();
        stopEach(older, mode, reason, newest.request().requester());
    }

    private List<Run> stopEach(List<Run> unfinished, StopMode mode, String reason, String requester) {
        List<Run> stopped = new ArrayList<>();
        for (Run run : unfinished) {
            stopUnlessEnded(run, mode, reason, requester).ifPresent(stopped::add);
        }
        return stopped;
    }

    private Optional<Run> stopUnlessEnded(Run run, StopMode mode, String reason, String requester) {
        try {
            return Optional.of(stop.stop(run.id(), mode, reason, requester));
        } catch (RunFailure.NotAllowed | RunFailure.NotFound endedMeanwhile) {
            return Optional.empty();
        }
    }
}
