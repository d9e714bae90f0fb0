package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.limit.Places;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Waits for a run to end, wherever it is carried out. */
public final class AwaitRun {
    /** How often a run that ends on another node is looked for, should that node not be heard. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** As good as any longer time, and no clock overflows by it. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final RunStore runs;
    private final RunEndings endings;
    private final InstantSource clock;
    private final Places places;

    /**
     * Waits on this node.
     *
     * @param endings tells of runs that end, here or on a node that was asked
     * @param places who may wait at once
     */
    public AwaitRun(RunStore runs, RunEndings endings, InstantSource clock, Places places) {
        this.runs = runs;
        this.endings = endings;
        this.clock = clock;
        this.places = places;
    }

    /**
     * Takes a place for a wait that is about to begin: a start that is to be waited for takes it first, so that it is
     * refused before there is a run.
     *
     * @throws org.jobplatform.application.limit.LimitFailure.Full when too many wait on this node
     */
    public Reserved reserve() {
        return new Reserved(places.take("too many wait for runs to end"));
    }

    /** A place among those who may wait, until it is closed. */
    public final class Reserved implements AutoCloseable {
        private final Places.Place place;

        private Reserved(Places.Place place) {
            this.place = place;
        }

        /** Waits as {@link AwaitRun#await} does, and is never refused for want of a place. */
        public Run await(RunId id, Duration longest, Principal who) throws InterruptedException {
            return watch(id, longest, who);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    /**
     * The run as it is when it has ended or the time is over, whichever comes first.
     *
     * @param longest from none to any time
     * @throws RunFailure.NotFound when there is no such run, or not for this asker
     * @throws org.jobplatform.application.limit.LimitFailure.Full when too many wait on this node
     * @throws InterruptedException when the caller is given up
     */
    public Run await(RunId id, Duration longest, Principal who) throws InterruptedException {
        try (Reserved place = reserve()) {
            return place.await(id, longest, who);
        }
    }

    private Run watch(RunId id, Duration longest, Principal who) throws InterruptedException {
        Instant deadline = clock.instant().plus(longest.compareTo(FOR_EVER) < 0 ? longest : FOR_EVER);
        Signal ended = new Signal();
        endings.subscribe(id, ended);
        try {
            while (true) {
                Run run = Gate.run(found(id), "id " + id, Permission.RUN_READ, who);
                Duration left = Duration.between(clock.instant(), deadline);
                if (run.isEnded() || left.isNegative() || left.isZero()) {
                    return run;
                }
                endings.askOthers(run);
                ended.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            }
        } finally {
            endings.forget(id, ended);
        }
    }

    private Optional<Run> found(RunId id) {
        return endings.outcome(id).or(() -> runs.find(id));
    }
}
