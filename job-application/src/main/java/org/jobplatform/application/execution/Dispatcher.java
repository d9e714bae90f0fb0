package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;

/** Hands runs to threads of this node: what was just added here and claimed in the same change, what was postponed, and
 * what waits. */
public final class Dispatcher implements Step {
    private static final int MOST_AT_ONCE = 256;

    private final RunStore runs;
    private final LiveRuns live;
    private final Membership membership;
    private final ExecuteRun execute;
    private final Executor threads;
    private final InstantSource clock;
    private final StrayClaims strays;

    /** @param threads gives every run a thread of its own */
    public Dispatcher(
            RunStore runs,
            LiveRuns live,
            Membership membership,
            ExecuteRun execute,
            Executor threads,
            InstantSource clock) {
        this.runs = runs;
        this.live = live;
        this.membership = membership;
        this.execute = execute;
        this.threads = threads;
        this.clock = clock;
        this.strays = new StrayClaims(runs, live, clock);
    }

    /** Carries out a run that this node has claimed; room for it was reserved. */
    public void dispatch(Run claimed) {
        carryOut(execute.take(claimed));
    }

    private void carryOut(LiveRun attempt) {
        try {
            threads.execute(() -> execute.execute(attempt));
        } catch (RejectedExecutionException closing) {
            execute.giveBack(attempt);
        }
    }

    @Override
    public boolean step() {
        live.all().stream().filter(LiveRun::resume).forEach(this::carryOut);
        return claim();
    }

    private boolean claim() {
        Optional<Owner> claimant = membership.isAccepting() ? membership.claimant() : Optional.empty();
        int room = claimant.isPresent() ? reserve() : 0;
        if (room == 0) {
            // Looked for once more, so that none is freed unheard in between.
            live.wantRoom(true);
            room = claimant.isPresent() ? reserve() : 0;
        }
        int left = room;
        try {
            if (room > 0) {
                left -= dispatched(strays.find(claimant.orElseThrow(), left));
            }
            if (left > 0) {
                left -= dispatched(runs.claim(claimant.orElseThrow(), left, clock.instant()));
            }
        } catch (StorageUnavailable unavailable) {
            // What waits goes on waiting; what was claimed without an answer will be found as a stray.
            return false;
        } finally {
            for (int unused = 0; unused < left; unused++) {
                live.giveBackQuietly();
            }
        }
        live.wantRoom(left == 0);
        return room > 0 && left == 0;
    }

    private int reserve() {
        int room = 0;
        while (room < MOST_AT_ONCE && live.reserve()) {
            room++;
        }
        return room;
    }

    private int dispatched(List<Run> claimed) {
        claimed.forEach(this::dispatch);
        return claimed.size();
    }
}
