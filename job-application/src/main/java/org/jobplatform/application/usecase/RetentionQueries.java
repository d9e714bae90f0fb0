package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.DueRuns;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;

/** How long runs are kept, and what is about to be deleted. */
public final class RetentionQueries {
    /** Most runs of a job that are counted. */
    public static final int MOST_COUNTED = 1_000;

    private final RunRetention retention;
    private final Optional<RetentionPolicy> policy;
    private final InstantSource clock;

    /** @param policy how long runs are kept; for ever when empty */
    public RetentionQueries(RunRetention retention, Optional<RetentionPolicy> policy, InstantSource clock) {
        this.retention = retention;
        this.policy = policy;
        this.clock = clock;
    }

    /** How long runs are kept; for ever when empty. */
    public Optional<RetentionPolicy> policy() {
        return policy;
    }

    /** As {@link RunRetention#due}, by any rule, counting {@value #MOST_COUNTED} of each job; for administrators. */
    public List<DueRuns> due(RetentionPolicy rule, Optional<JobId> after, int jobs, Principal who) {
        who.requireEverywhere(Permission.ADMINISTER);
        return retention.due(rule, clock.instant(), after, jobs, MOST_COUNTED);
    }
}
