package org.jobplatform.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;

/** Runs that are claimed for an owner without a look at its lease; those of limited jobs are claimed as ever. */
final class UncheckedClaims extends ForwardingRuns {
    private final RunIndex index;

    UncheckedClaims(RunStore kept, RunIndex index) {
        super(kept);
        this.index = index;
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        List<Run> claimed = new ArrayList<>(super.claim(owner, limit, now));
        waiting(now).limit((long) limit - claimed.size()).forEach(run -> claimed.add(update(run.claim(owner, now))));
        return claimed;
    }

    private Stream<Run> waiting(Instant now) {
        return Scenery.JOBS.stream()
                .filter(job -> job.definition().concurrency().isEmpty())
                .map(Job::id)
                .flatMap(job -> index.unfinished(job).stream())
                .filter(run -> run.state() instanceof RunState.Queued queued
                        && !queued.notBefore().isAfter(now));
    }
}
