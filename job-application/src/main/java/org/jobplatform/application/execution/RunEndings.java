package org.jobplatform.application.execution;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jobplatform.domain.run.RunId;

/** Tells those who wait on this node that a run has ended here. A hint only: the store has the truth. */
public final class RunEndings {
    private final Map<RunId, Set<Signal>> waiting = new ConcurrentHashMap<>();

    /** Raises the signal when the run ends on this node; to be followed by {@link #forget}. */
    public void subscribe(RunId run, Signal signal) {
        // In one step, since a set that became empty is taken away.
        waiting.compute(run, (id, signals) -> {
            Set<Signal> all = signals == null ? ConcurrentHashMap.newKeySet() : signals;
            all.add(signal);
            return all;
        });
    }

    /** The signal is no longer wanted. */
    public void forget(RunId run, Signal signal) {
        waiting.computeIfPresent(run, (id, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }

    /** The run has ended. */
    void ended(RunId run) {
        waiting.getOrDefault(run, Set.of()).forEach(Signal::raise);
    }
}
