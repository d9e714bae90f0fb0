package org.jobplatform.application.execution;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jspecify.annotations.Nullable;

/** Tells those who wait, on this node or another, that a run has ended here. A hint only: the store has the truth. */
public final class RunEndings {
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<RunId, Watched> watched = new ConcurrentHashMap<>();
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
        watched.compute(run, (id, known) -> {
            Watched all = known == null ? new Watched() : known;
            all.signals.add(signal);
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
        watched.computeIfPresent(run, (id, known) -> {
            known.signals.remove(signal);
            return known.signals.isEmpty() ? null : known;
        });
    }

    /** The run as it is kept, when it has ended on this node while somebody was subscribed who still is; nobody need read it again. */
    public Optional<Run> outcome(RunId run) {
        return Optional.ofNullable(watched.get(run)).flatMap(known -> Optional.ofNullable(known.ended));
    }

    /** The run has ended here, and is kept so. */
    void ended(Run kept) {
        Optional.ofNullable(watched.get(kept.id())).ifPresent(known -> known.ended = kept);
        wake(kept.id());
        if (isAwaitedElsewhere(kept.id())) {
            announcements.announce(new Announcement.Ended(kept.id()));
        }
    }

    /** The run has ended, wherever that was. */
    void wake(RunId run) {
        Optional.ofNullable(watched.get(run)).ifPresent(known -> known.signals.forEach(Signal::raise));
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

    /** A run that somebody waits for. */
    private static final class Watched {
        private final Set<Signal> signals = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Run ended;
    }
}
