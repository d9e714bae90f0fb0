package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/**
 * Brings to the runners of this node what they must know: that somebody, on any node, wants a run to stop, to be held or to
 * go on, and that their time is over. A wish to stop that is not followed becomes a stronger one; a runner that does not end
 * even then is written off.
 */
public final class WatchLiveRuns implements Step {
    private final LiveRuns live;
    private final RunStore runs;
    private final Membership membership;
    private final ConcludeRun conclude;
    private final StopPatience patience;

    /** Every part comes from the same node. */
    public WatchLiveRuns(
            LiveRuns live, RunStore runs, Membership membership, ConcludeRun conclude, StopPatience patience) {
        this.live = live;
        this.runs = runs;
        this.membership = membership;
        this.conclude = conclude;
        this.patience = patience;
    }

    @Override
    public boolean step() {
        live.all().forEach(this::watch);
        if (live.size() > 0) {
            try {
                adoptWishes();
            } catch (StorageUnavailable unavailable) {
                // The next turn asks again.
                return false;
            }
        }
        return false;
    }

    private void adoptWishes() {
        List<Run> asked = runs.asked(membership.owner());
        asked.forEach(live::adopt);
        Set<RunId> known = new HashSet<>();
        asked.forEach(run -> known.add(run.id()));
        // What is held here and is not there any more goes on, or is no longer this node's.
        live.all().stream()
                .filter(LiveRun::isHeld)
                .map(attempt -> attempt.run().id())
                .filter(id -> !known.contains(id))
                .forEach(id -> runs.find(id).ifPresent(live::adopt));
    }

    private void watch(LiveRun attempt) {
        if (attempt.isOverdue()) {
            attempt.signal(StopMode.NOW, StopCause.TIMEOUT);
        }
        attempt.unfollowedStop().ifPresent(wish -> climb(attempt, wish));
    }

    private void climb(LiveRun attempt, StopWishes.Unfollowed wish) {
        Duration longest = switch (wish.mode()) {
            case CLEAN -> patience.clean();
            case NOW -> patience.now();
            case KILL -> patience.kill();
        };
        if (wish.waited().compareTo(longest) < 0) {
            return;
        }
        switch (wish.mode()) {
            case CLEAN -> press(attempt, wish, StopMode.NOW, longest);
            case NOW -> press(attempt, wish, StopMode.KILL, longest);
            case KILL -> conclude.abandon(attempt);
        }
    }

    private static void press(LiveRun attempt, StopWishes.Unfollowed wish, StopMode next, Duration waited) {
        attempt.log(
                LogSeverity.WARNING,
                "the wish to stop (" + wish.mode() + ") was not followed within " + waited + "; now it is " + next);
        attempt.signal(next, wish.cause());
    }
}
