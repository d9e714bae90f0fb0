package org.jobplatform.application.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Runs of which every one is gone as soon as it is to be changed or looked for. */
record ForgetfulRuns(RunStore runs) implements RunStore {
    @Override
    public AddResult add(NewRun run) {
        return runs.add(run);
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        return runs.claim(owner, limit, now);
    }

    @Override
    public Run update(Run changed) {
        throw new RunFailure.Stale(changed.id());
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        throw new RunFailure.Stale(waiting.id());
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        throw new RunFailure.Stale(ended.id());
    }

    @Override
    public Optional<Run> find(RunId id) {
        return Optional.empty();
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        return List.of();
    }

    @Override
    public List<Run> asked(Owner owner) {
        return List.of();
    }
}
