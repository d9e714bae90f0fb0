package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** Waits for a run and all that follow it in its chain to end, wherever they are carried out. */
public final class AwaitChain {
    /** How often a run that ends on another node is looked for, should that node not be heard. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How often a run is looked for that is about to be started, of which nobody tells. */
    private static final Duration LOOK_SOON = Duration.ofMillis(100);

    /** As good as any longer time, and no clock overflows by it. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final AwaitRun await;
    private final RunStore runs;
    private final RunIndex index;
    private final RunEndings endings;
    private final InstantSource clock;

    /**
     * Waits on this node.
     *
     * @param await has the places of those who wait
     * @param endings tells of runs that end, here or on a node that was asked
     */
    public AwaitChain(AwaitRun await, RunStore runs, RunIndex index, RunEndings endings, InstantSource clock) {
        this.await = await;
        this.runs = runs;
        this.index = index;
        this.endings = endings;
        this.clock = clock;
    }

    /** As {@link AwaitRun#reserve}. */
    public Reserved reserve() {
        return new Reserved(await.reserve());
    }

    /** A place among those who may wait, until it is closed. */
    public final class Reserved implements AutoCloseable {
        private final AwaitRun.Reserved place;

        private Reserved(AwaitRun.Reserved place) {
            this.place = place;
        }

        /**
         * The run and those that follow it, in their order, as they are when the last has ended or the time is over, whichever
         * comes first.
         *
         * @param first the run that was asked for; it may be of no chain
         * @param longest from none to any time
         * @throws org.jobplatform.domain.run.RunFailure.NotFound when there is no such run, or not for this asker
         * @throws InterruptedException when the caller is given up
         */
        public List<Run> await(RunId first, Duration longest, Principal who) throws InterruptedException {
            return watch(first, longest, who);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    private List<Run> watch(RunId first, Duration longest, Principal who) throws InterruptedException {
        Instant deadline = clock.instant().plus(longest.compareTo(FOR_EVER) < 0 ? longest : FOR_EVER);
        RunId awaited = first;
        while (true) {
            Signal ended = new Signal();
            RunId subscribed = awaited;
            endings.subscribe(subscribed, ended);
            try {
                List<Run> chain = chain(first, who);
                Run last = chain.getLast();
                Duration left = Duration.between(clock.instant(), deadline);
                if ((last.isEnded() && !last.isFollowed()) || left.isNegative() || left.isZero()) {
                    return chain;
                }
                awaited = last.isEnded() ? Origin.after(last).child() : last.id();
                if (awaited.equals(subscribed)) {
                    await(last, ended, left);
                }
            } finally {
                endings.forget(subscribed, ended);
            }
        }
    }

    private void await(Run last, Signal ended, Duration left) throws InterruptedException {
        if (!last.isEnded()) {
            endings.askOthers(last);
        }
        Duration look = last.isEnded() ? LOOK_SOON : LOOK_AGAIN;
        ended.await(left.compareTo(look) < 0 ? left : look);
    }

    private List<Run> chain(RunId first, Principal who) {
        List<Run> chain = new ArrayList<>();
        chain.add(Gate.run(runs.find(first), "id " + first, Permission.RUN_READ, who));
        chain.addAll(index.chain(first));
        return List.copyOf(chain);
    }
}
