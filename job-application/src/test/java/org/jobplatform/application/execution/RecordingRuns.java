package org.jobplatform.application.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;

/** The runs of a storage, whose changes are told of. */
public final class RecordingRuns extends ForwardingRuns {
    private final Consumer<Run> changed;
    private final Consumer<Delivery> added;

    /**
     * The runs of this store.
     *
     * @param changed is told of each change
     * @param added is told of each delivery that comes with an end
     */
    public RecordingRuns(RunStore runs, Consumer<Run> changed, Consumer<Delivery> added) {
        super(runs);
        this.changed = changed;
        this.added = added;
    }

    @Override
    public AddResult add(NewRun run) {
        AddResult result = super.add(run);
        if (result instanceof AddResult.Added) {
            changed.accept(result.run());
        }
        return result;
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        List<Run> claimed = super.claim(owner, limit, now);
        claimed.forEach(changed);
        return claimed;
    }

    @Override
    public Run update(Run change) {
        return told(super.update(change));
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        return told(super.requeue(waiting, made));
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        Run kept = told(super.finish(ended, delivery));
        delivery.ifPresent(added);
        return kept;
    }

    private Run told(Run kept) {
        changed.accept(kept);
        return kept;
    }
}
