package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;

/** The one way in which a run ends: its end, its freed slot and its callback become durable together. */
public final class FinishRun {
    private final RunStore runs;
    private final CallbackFormats formats;
    private final RunEndings endings;
    private final InstantSource clock;
    private final Signal work;
    private final Signal callbacks;

    /**
     * @param work wakes the loop that claims waiting runs
     * @param callbacks wakes the loop that delivers callbacks
     */
    public FinishRun(
            RunStore runs,
            CallbackFormats formats,
            RunEndings endings,
            InstantSource clock,
            Signal work,
            Signal callbacks) {
        this.runs = runs;
        this.formats = formats;
        this.endings = endings;
        this.clock = clock;
        this.work = work;
        this.callbacks = callbacks;
    }

    /**
     * Keeps this ended run. Returns it as it is kept.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Stale when it was changed meanwhile; nothing is kept then
     */
    public Run finish(Run ended) {
        Optional<Delivery> delivery = formats.delivery(ended, clock.instant());
        Run kept = runs.finish(ended, delivery);
        announce(kept);
        return kept;
    }

    /** Wakes whoever waits for this run's end, which is in the store. */
    void announce(Run kept) {
        endings.ended(kept.id());
        work.raise();
        if (kept.request().callback().isPresent()) {
            callbacks.raise();
        }
    }
}
