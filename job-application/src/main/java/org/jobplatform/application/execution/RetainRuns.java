package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;

/**
 * Walks through the jobs and deletes the runs that need not be kept, a small batch in each turn. Every node may do it: none
 * waits for another, and none deletes what another does.
 */
public final class RetainRuns implements Step {
    private static final int BATCH = 200;

    private final RunRetention retention;
    private final Optional<RetentionPolicy> policy;
    private final InstantSource clock;
    private Optional<JobId> place = Optional.empty();

    /** @param policy how long runs are kept; for ever when empty */
    public RetainRuns(RunRetention retention, Optional<RetentionPolicy> policy, InstantSource clock) {
        this.retention = retention;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public boolean step() {
        try {
            if (place.isEmpty() && retention.dropStrayContent(BATCH) == BATCH) {
                return true;
            }
            return policy.isPresent() && sweep(policy.get());
        } catch (StorageUnavailable unavailable) {
            // What is due stays due; the next turn goes on where this one was.
            return false;
        }
    }

    /** Says whether the walk goes on; at its end it begins anew with the next turn. */
    private boolean sweep(RetentionPolicy kept) {
        Optional<RunRetention.Sweep> swept = retention.sweep(kept, clock.instant(), place, BATCH);
        if (swept.filter(RunRetention.Sweep::more).isEmpty()) {
            place = swept.map(RunRetention.Sweep::job);
        }
        return swept.isPresent();
    }
}
