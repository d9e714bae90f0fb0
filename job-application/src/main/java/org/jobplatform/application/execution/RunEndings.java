package org.jobplatform.application.execution;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** Tells those who wait, on this node or another, that a run has ended here. A hint only: the store has the truth. */
public final class RunEndings {
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<RunId, Set<Signal>> waiting = new ConcurrentHashMap<>();
    private final Set<RunId> awaitedElsewhere = new LinkedHashSet<>();
    private final Announcements announcements;
    private final Membership membership;

    /** @param announcements reaches the other nodes */
    public RunEndings(Announcements announcements, Membership membership) {
        this.announcements = announcements;
        this.membership = membership;
    }

    /** Raises the signal when the run ends on this node; to be followed by {@link #forget}. */
    public void subscribe(RunId run, Signal signal) {
        // In one step, since a set that became empty is taken away.
        waiting.compute(run, (id, signals) -> {
            Set<Signal> all = signals == null ? ConcurrentHashMap.newKeySet() : signals;
            all.add(signal);
            return all;
        });
    }

    /** Asks the others to tell of the end of this run, when it is another node that will know. */
    public void askOthers(Run run) {
        boolean here = run.owner()
                .filter(owner -> owner.node().equals(membership.owner().node()))
                .isPresent();
        if (!here) {
            announcements.announce(new Announcement.Awaited(run.id()));
        }
    }

    /** The signal is no longer wanted. */
    public void forget(RunId run, Signal signal) {
        waiting.computeIfPresent(run, (id, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }

    /** The run has ended here. */
    void ended(RunId run) {
        wake(run);
        if (isAwaitedElsewhere(run)) {
            announcements.announce(new Announcement.Ended(run));
        }
    }

    /** The run has ended, wherever that was. */
    void wake(RunId run) {
        waiting.getOrDefault(run, Set.of()).forEach(Signal::raise);
    }

    /** Another node wants to know of the end of this run; of very many, the first are forgotten. */
    void awaitedElsewhere(RunId run) {
        synchronized (awaitedElsewhere) {
            if (awaitedElsewhere.add(run) && awaitedElsewhere.size() > MOST_REMEMBERED) {
                Iterator<RunId> oldest = awaitedElsewhere.iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    private boolean isAwaitedElsewhere(RunId run) {
        synchronized (awaitedElsewhere) {
            return awaitedElsewhere.remove(run);
        }
    }
}
