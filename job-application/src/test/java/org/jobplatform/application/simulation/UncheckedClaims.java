package org.jobplatform.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.execution.ForwardingRuns;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;

/** Runs that are claimed for an owner without a look at its lease, added or waiting; those of limited jobs as ever. */
final class UncheckedClaims extends ForwardingRuns {
    private final RunIndex index;

    UncheckedClaims(RunStore kept, RunIndex index) {
        super(kept);
        this.index = index;
    }

    @Override
    public AddResult add(NewRun start) {
        AddResult result = super.add(start);
        boolean waits = result instanceof AddResult.Added
                && result.run().status() == RunStatus.QUEUED
                && start.concurrency().isEmpty();
        return start.claimFor()
                .filter(owner -> waits)
                .<AddResult>map(owner -> new AddResult.Added(update(result.run().claim(owner, start.createdAt()))))
                .orElse(result);
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
