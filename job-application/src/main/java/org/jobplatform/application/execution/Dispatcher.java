package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.Run;

/** Hands runs to threads of this node: what was just added here and claimed in the same change, and what waits. */
public final class Dispatcher implements Step {
    private static final int MOST_AT_ONCE = 100;

    private final RunStore runs;
    private final LiveRuns live;
    private final Membership membership;
    private final ExecuteRun execute;
    private final Executor threads;
    private final InstantSource clock;

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
    }

    /** Carries out a run that this node has claimed; room for it was reserved. */
    public void dispatch(Run claimed) {
        threads.execute(() -> execute.execute(claimed));
    }

    @Override
    public boolean step() {
        int room = 0;
        while (room < MOST_AT_ONCE && membership.isAccepting() && live.reserve()) {
            room++;
        }
        int used = 0;
        try {
            List<Run> claimed = room == 0 ? List.of() : runs.claim(membership.owner(), room, clock.instant());
            used = claimed.size();
            claimed.forEach(this::dispatch);
        } catch (StorageUnavailable unavailable) {
            // What waits goes on waiting; the next turn asks again.
            used = 0;
        }
        for (int unused = used; unused < room; unused++) {
            live.giveBackQuietly();
        }
        return room > 0 && used == room;
    }
}
