package org.jobplatform.application.port;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;

/** Chains in memory. */
final class InMemoryChainStore implements ChainStore {
    private static final Comparator<Run> LONGEST_ENDED = Comparator.comparing(
                    (Run run) -> run.endedAt().orElseThrow())
            .thenComparingInt(run -> run.number().value());

    private final InMemoryStorage storage;

    InMemoryChainStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<Run> due(int limit) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.isEnded() && storage.chained.contains(run.id()))
                    .sorted(LONGEST_ENDED)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void settle(RunId ended) {
        synchronized (storage) {
            isSettledHere(ended);
        }
    }

    @Override
    public Optional<Run> fail(FailedStart failed, Function<Run, Optional<Delivery>> callback) {
        Run run = failed.run(nextNumber()).withVersion(1);
        Optional<Delivery> delivery = callback.apply(run);
        synchronized (storage) {
            if (!isSettledHere(failed.parent()) || isTaken(failed)) {
                return Optional.empty();
            }
            storage.runs.put(run.id(), run);
            storage.fingerprints.put(run.id(), failed.fingerprint());
            delivery.ifPresent(storage::addDelivery);
            return Optional.of(run);
        }
    }

    private RunNumber nextNumber() {
        synchronized (storage) {
            return new RunNumber(++storage.lastNumber);
        }
    }

    private boolean isTaken(FailedStart failed) {
        return storage.runs.values().stream()
                .anyMatch(run -> run.id().equals(failed.id())
                        || run.request().origin().equals(failed.request().origin()));
    }

    private boolean isSettledHere(RunId ended) {
        Run run = storage.runs.get(ended);
        return run != null && run.isEnded() && storage.chained.remove(ended);
    }
}
