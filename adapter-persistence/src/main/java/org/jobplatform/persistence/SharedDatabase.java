package org.jobplatform.persistence;

import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jobplatform.application.port.Announcement;

/** What a process does because others may use the same database. */
final class SharedDatabase implements AutoCloseable {
    private final NotificationSender sender;
    private final NotificationListener listener;

    /** @param heard is told what other processes announce, from when this is started */
    SharedDatabase(DatabaseSettings settings, DataSource pool, Consumer<Announcement> heard) {
        String self = UUID.randomUUID().toString();
        this.sender = new NotificationSender(pool, self);
        this.listener = new NotificationListener(settings, self, heard);
    }

    void start() {
        sender.start();
        listener.start();
    }

    void tell(Announcement announcement) {
        sender.accept(announcement);
    }

    @Override
    public void close() {
        sender.close();
        listener.close();
    }
}
