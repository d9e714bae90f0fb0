package org.jobplatform.persistence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.Announcements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announcements to the listeners of this process and, where the database is shared, to those of others. */
final class StoreAnnouncements implements Announcements {
    private static final Logger log = LoggerFactory.getLogger(StoreAnnouncements.class);

    private final List<Consumer<Announcement>> listeners = new CopyOnWriteArrayList<>();
    private final Consumer<Announcement> others;

    /** @param others tells the other processes */
    StoreAnnouncements(Consumer<Announcement> others) {
        this.others = others;
    }

    @Override
    public void announce(Announcement announcement) {
        hear(announcement);
        others.accept(announcement);
    }

    @Override
    public void listen(Consumer<Announcement> listener) {
        listeners.add(listener);
    }

    /** Another process says this. */
    void hear(Announcement announcement) {
        for (Consumer<Announcement> listener : listeners) {
            try {
                listener.accept(announcement);
            } catch (RuntimeException broken) {
                // It is called by threads that others depend on.
                log.error("A listener broke on {}", announcement, broken);
            }
        }
    }
}
