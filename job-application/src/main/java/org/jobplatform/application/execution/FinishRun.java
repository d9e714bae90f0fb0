package org.jobplatform.application.execution;

import java.util.Optional;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;

/** The one way in which a run ends: its end, its freed slot and its callback become durable together. */
public final class FinishRun {
    private final RunStore runs;
    private final CallbackFormats formats;
    private final RunEndings endings;
    private final KnownJobs jobs;
    private final StoreTime time;
    private final Signal work;
    private final DeliverCallbacks callbacks;
    private final Signal chains;

    /**
     * @param work wakes the loop that claims waiting runs
     * @param callbacks brings what is kept here to its first attempt
     * @param chains wakes the loop that goes on with chains
     */
    public FinishRun(
            RunStore runs,
            CallbackFormats formats,
            RunEndings endings,
            KnownJobs jobs,
            StoreTime time,
            Signal work,
            DeliverCallbacks callbacks,
            Signal chains) {
        this.runs = runs;
        this.formats = formats;
        this.endings = endings;
        this.jobs = jobs;
        this.time = time;
        this.work = work;
        this.callbacks = callbacks;
        this.chains = chains;
    }

    /**
     * Keeps this ended run. Returns it as it is kept. Of a chain, only the run that nothing follows is told of.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Stale when it was changed meanwhile; nothing is kept then
     */
    public Run finish(Run ended) {
        Optional<Delivery> delivery = ended.request()
                .callback()
                .filter(target -> !ended.isFollowed())
                .map(target -> formats.delivery(ended, target, 1, time.instant()))
                .map(callbacks::claimed);
        Run kept = kept(ended, delivery);
        delivery.ifPresent(callbacks::send);
        announce(kept);
        return kept;
    }

    /** Only where starts are limited can another run have waited for this one's end. */
    private boolean freesSlot(Run kept) {
        try {
            return jobs.find(kept.job().id())
                    .filter(job -> job.definition().concurrency().isPresent())
                    .isPresent();
        } catch (StorageUnavailable unknown) {
            return true;
        }
    }

    /** Takes note of an end that is in the store without an answer of its having been kept. */
    void recover(Run kept) {
        announce(kept);
        if (kept.request().callback().isPresent()) {
            callbacks.recover(kept.id());
        }
    }

    private Run kept(Run ended, Optional<Delivery> delivery) {
        boolean done = false;
        try {
            Run kept = runs.finish(ended, delivery);
            done = true;
            return kept;
        } finally {
            if (!done) {
                delivery.ifPresent(callbacks::forget);
            }
        }
    }

    private void announce(Run kept) {
        endings.ended(kept);
        if (kept.request().plan().isPresent()) {
            chains.raise();
        }
        if (freesSlot(kept)) {
            work.raise();
        }
    }
}
