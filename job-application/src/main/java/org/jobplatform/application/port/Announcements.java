package org.jobplatform.application.port;

import java.util.function.Consumer;

/**
 * How nodes that share a store tell each other of changes. A hint and nothing more: it may come late, twice or never, and
 * whoever relies on a change looks at the store now and then as well. The store itself announces what its changes may make
 * others wait for: a run that is added or queued again for any node to claim at once ({@link Announcement.RunWaits}), and a
 * run that is kept with a wish to its owner ({@link Announcement.Wish}); nothing where a node adds a run for itself.
 */
public interface Announcements {
    /** Tells the listeners of every node, this one too; at once, and without waiting for any. */
    void announce(Announcement announcement);

    /**
     * From now on this listener is told, as long as the store is open.
     *
     * @param listener returns at once; called by any thread
     */
    void listen(Consumer<Announcement> listener);
}
