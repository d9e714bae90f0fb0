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
import org.jobplatform.domain.run.RunId;

/** Runs as another store has them, but for what is done otherwise. */
public class ForwardingRuns implements RunStore {
    private final RunStore kept;

    /** Runs as this store has them. */
    protected ForwardingRuns(RunStore kept) {
        this.kept = kept;
    }

    @Override
    public AddResult add(NewRun run) {
        return kept.add(run);
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        return kept.claim(owner, limit, now);
    }

    @Override
    public Run update(Run changed) {
        return kept.update(changed);
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        return kept.requeue(waiting, made);
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        return kept.finish(ended, delivery);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return kept.find(id);
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        return kept.ownedBy(owner, limit);
    }

    @Override
    public List<Run> asked(Owner owner) {
        return kept.asked(owner);
    }
}
