package org.jobplatform.application.simulation;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.ForwardingRuns;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;

/** Runs that are added and claimed by one call when another call has found room in their job. */
final class CountedBefore extends ForwardingRuns {
    private final RunIndex index;

    CountedBefore(RunStore kept, RunIndex index) {
        super(kept);
        this.index = index;
    }

    @Override
    public AddResult add(NewRun start) {
        Optional<Concurrency> limit = start.concurrency();
        if (limit.isEmpty()) {
            return super.add(start);
        }
        List<Run> unfinished = index.unfinished(start.job().id());
        long owned = unfinished.stream().filter(run -> run.owner().isPresent()).count();
        AddResult result = super.add(unclaimed(start));
        boolean hasRoom = result instanceof AddResult.Added && limit.get().admits((int) owned);
        return start.claimFor()
                .filter(owner -> hasRoom)
                .map(owner -> claimed(result.run(), owner))
                .orElse(result);
    }

    private AddResult claimed(Run waiting, Owner owner) {
        try {
            return new AddResult.Added(update(waiting.claim(owner, waiting.createdAt())));
        } catch (RunFailure.Stale another) {
            return new AddResult.Added(waiting);
        }
    }

    private static NewRun unclaimed(NewRun start) {
        return new NewRun(
                start.id(),
                start.chosen(),
                start.job(),
                start.request(),
                start.createdAt(),
                start.fingerprint(),
                start.key(),
                start.alone(),
                Optional.empty());
    }
}
