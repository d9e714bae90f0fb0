package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.job.ProjectPath;

/**
 * How many unfinished runs the jobs of a project may have together. They are counted in the store at most once a second for
 * each project, and what this node admits in between is added: what other nodes admit within a second may come on top, and
 * what ends within it makes room a second later. A repeat of an earlier start counts like any other.
 */
public final class ProjectQuota {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final RunIndex index;
    private final OptionalInt most;
    private final LongSupplier nanoTime;

    /** As many as there are projects with jobs: admission is asked for existing jobs only. */
    private final Map<ProjectPath, Tally> tallies = new ConcurrentHashMap<>();

    /**
     * The same quota for every project.
     *
     * @param most any number when empty; nothing is counted then
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     */
    public ProjectQuota(RunIndex index, OptionalInt most, LongSupplier nanoTime) {
        this.index = index;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /**
     * Before a run is added.
     *
     * @throws LimitFailure.TooMany when the project has as many unfinished runs as it may
     */
    public void admit(ProjectPath project) {
        if (most.isPresent()) {
            tallies.computeIfAbsent(project, Tally::new).admit(most.getAsInt());
        }
    }

    private final class Tally {
        private final ProjectPath project;
        private long countedAt;
        private int unfinished = -1;

        private Tally(ProjectPath project) {
            this.project = project;
        }

        private synchronized void admit(int limit) {
            long now = nanoTime.getAsLong();
            if (unfinished < 0 || now - countedAt >= FRESH.toNanos()) {
                unfinished = index.unfinished(project);
                countedAt = now;
            }
            if (unfinished >= limit) {
                throw new LimitFailure.TooMany("the project has too many unfinished runs", FRESH);
            }
            unfinished++;
        }
    }
}
