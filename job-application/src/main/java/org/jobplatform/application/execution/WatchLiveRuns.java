package org.jobplatform.application.execution;

import java.time.Instant;
import java.time.InstantSource;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.StopMode;

/** Brings to the runners of this node what they must know: wishes to stop from any node, and the end of their time. */
public final class WatchLiveRuns implements Step {
    private final LiveRuns live;
    private final RunStore runs;
    private final Membership membership;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public WatchLiveRuns(LiveRuns live, RunStore runs, Membership membership, InstantSource clock) {
        this.live = live;
        this.runs = runs;
        this.membership = membership;
        this.clock = clock;
    }

    @Override
    public boolean step() {
        Instant now = clock.instant();
        live.all().stream()
                .filter(attempt -> attempt.isOverdue(now))
                .forEach(attempt -> attempt.signal(StopMode.NOW, StopCause.TIMEOUT));
        if (live.size() > 0) {
            try {
                runs.stopping(membership.owner()).forEach(live::adopt);
            } catch (StorageUnavailable unavailable) {
                // The next turn asks again.
                return false;
            }
        }
        return false;
    }
}
