package org.jobplatform.application.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.FailedStart;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * The chains of a storage as one node goes on with them.
 *
 * @param changed is told of each failed start that is kept
 * @param added is told of each delivery that comes with one
 */
record RecordingChains(ChainStore chains, Consumer<Run> changed, Consumer<Delivery> added) implements ChainStore {
    @Override
    public List<Run> due(int limit) {
        return chains.due(limit);
    }

    @Override
    public void settle(RunId ended) {
        chains.settle(ended);
    }

    @Override
    public Optional<Run> fail(FailedStart failed, Function<Run, Optional<Delivery>> callback) {
        Delivery[] told = new Delivery[1];
        Optional<Run> kept = chains.fail(failed, run -> {
            Optional<Delivery> delivery = callback.apply(run);
            told[0] = delivery.orElse(null);
            return delivery;
        });
        kept.ifPresent(run -> {
            changed.accept(run);
            if (told[0] != null) {
                added.accept(told[0]);
            }
        });
        return kept;
    }
}
