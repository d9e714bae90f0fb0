package org.jobplatform.application.port;

import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;
import static org.jobplatform.application.port.RunExamples.OTHER_NODE;

import java.time.Duration;
import java.util.Optional;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.BeforeEach;

/**
 * Where a contract keeps its jobs and runs. The accessors answer the same stores throughout one test, and stores that
 * are empty at its beginning.
 */
public interface StoredRuns {
    /** A lease that lasts longer than any test. */
    Duration LONG = Duration.ofHours(1);

    /** The runs; of the same storage as {@link #jobs}. */
    RunStore runs();

    /** The jobs; of the same storage as {@link #runs}. */
    JobStore jobs();

    /** The leases; of the same storage as {@link #runs}. */
    LeaseStore leases();

    /** Two nodes live, so that they can claim. */
    @BeforeEach
    default void giveNodesTheirLeases() {
        leases().join(NODE, LONG);
        leases().join(OTHER_NODE, LONG);
    }

    /** Stores a job that has no limit. */
    default Job kept(String id) {
        return jobs().save(JobExamples.job(id));
    }

    /** Adds a run that is new. */
    default Run added(StartExample start) {
        start.claimFor().ifPresent(node -> leases().join(node, LONG));
        if (!(runs().add(start.build()) instanceof AddResult.Added added)) {
            throw new AssertionError("run " + start.id() + " was there already");
        }
        return added.run();
    }

    /** Adds a run that waits. */
    default Run waiting(Job job, String id) {
        return added(StartExample.of(job, id));
    }

    /** Adds a run that the node claims at once. */
    default Run claimed(Job job, String id) {
        return added(StartExample.of(job, id).on(NODE));
    }

    /** Adds a run that the node claims at once and whose runner has begun. */
    default Run running(Job job, String id) {
        return runs().update(claimed(job, id).begin(NOW.plusSeconds(1)));
    }

    /** Lets a run complete. */
    default Run completed(Run owned) {
        return runs().finish(owned.end(new RunOutcome.Completed(), NOW.plusSeconds(2)), Optional.empty());
    }

    /** The run as it is kept now. */
    default Run stored(RunId id) {
        return runs().find(id).orElseThrow(() -> new AssertionError("run " + id + " is gone"));
    }
}
