package org.jobplatform.application.port;

import java.util.function.Consumer;

/** Announcements in memory: everybody hears them at once. */
final class InMemoryAnnouncements implements Announcements {
    private final InMemoryStorage storage;

    InMemoryAnnouncements(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void announce(Announcement announcement) {
        storage.listeners.forEach(listener -> listener.accept(announcement));
    }

    @Override
    public void listen(Consumer<Announcement> listener) {
        storage.listeners.add(listener);
    }
}
