package org.jobplatform.application.simulation;

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
import org.jobplatform.domain.run.RunId;

/**
 * The runs of a storage as one node changes them.
 *
 * @param changed is told of each change
 * @param added is told of each delivery that comes with an end
 */
record RecordingRuns(RunStore runs, Consumer<Run> changed, Consumer<Delivery> added) implements RunStore {
    @Override
    public AddResult add(NewRun run) {
        AddResult result = runs.add(run);
        if (result instanceof AddResult.Added) {
            changed.accept(result.run());
        }
        return result;
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        List<Run> claimed = runs.claim(owner, limit, now);
        claimed.forEach(changed);
        return claimed;
    }

    @Override
    public Run update(Run change) {
        return told(runs.update(change));
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        return told(runs.requeue(waiting, made));
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        Run kept = told(runs.finish(ended, delivery));
        delivery.ifPresent(added);
        return kept;
    }

    @Override
    public Optional<Run> find(RunId id) {
        return runs.find(id);
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        return runs.ownedBy(owner, limit);
    }

    @Override
    public List<Run> asked(Owner owner) {
        return runs.asked(owner);
    }

    private Run told(Run kept) {
        changed.accept(kept);
        return kept;
    }
}
