package org.jobplatform.application.execution;

import java.util.function.Consumer;
import org.jobplatform.application.port.Announcement;

/** Wakes the loops of this node when something is announced that concerns them. */
public final class HearAnnouncements implements Consumer<Announcement> {
    private final Membership membership;
    private final RunEndings endings;
    private final Signal work;
    private final Signal watch;

    /**
     * Every part comes from the same node.
     *
     * @param work wakes the loop that claims waiting runs
     * @param watch wakes the loop that brings wishes to runners
     */
    public HearAnnouncements(Membership membership, RunEndings endings, Signal work, Signal watch) {
        this.membership = membership;
        this.endings = endings;
        this.work = work;
        this.watch = watch;
    }

    @Override
    public void accept(Announcement heard) {
        switch (heard) {
            case Announcement.RunWaits waits -> work.raise();
            case Announcement.Wish wish -> {
                if (wish.node().equals(membership.owner().node())) {
                    watch.raise();
                }
            }
            case Announcement.Awaited awaited -> endings.awaitedElsewhere(awaited.run());
            case Announcement.Ended ended -> endings.wake(ended.run());
        }
    }
}
