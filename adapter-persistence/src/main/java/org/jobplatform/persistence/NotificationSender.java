package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jobplatform.application.port.Announcement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends announcements as notifications of PostgreSQL, from a thread of its own: PostgreSQL commits transactions that notify
 * one after another, so that those with changes must not. The first goes at once; what comes within the pause after it
 * goes together, the same things once. What cannot be sent is dropped, for it was a hint.
 */
final class NotificationSender implements Consumer<Announcement>, AutoCloseable {
    static final String CHANNEL = "job_platform";

    // Nothing is lost when the server forgets a hint, so that its commit need not wait for the disk.
    private static final String NOTIFY = "select set_config('synchronous_commit', 'off', true), pg_notify(?, ?)";
    private static final int MOST_PENDING = 10_000;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(NotificationSender.class);

    private final DataSource pool;
    private final String sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Announcement> pending = new LinkedHashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param sender tells this process from others */
    NotificationSender(DataSource pool, String sender) {
        this.pool = pool;
        this.sender = sender;
        this.thread = Thread.ofPlatform().daemon().name("announcements-out").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void accept(Announcement announcement) {
        lock.lock();
        try {
            if (pending.size() < MOST_PENDING && pending.add(announcement)) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (List<Announcement> some = gather(); !some.isEmpty(); some = gather()) {
                send(some);
                if (some.size() < AnnouncementText.MOST) {
                    closing.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to send; nothing once it is closed and all is sent. */
    private List<Announcement> gather() throws InterruptedException {
        lock.lock();
        try {
            while (pending.isEmpty() && closing.getCount() > 0) {
                changed.await();
            }
            List<Announcement> some = new ArrayList<>();
            Iterator<Announcement> all = pending.iterator();
            while (all.hasNext() && some.size() < AnnouncementText.MOST) {
                some.add(all.next());
                all.remove();
            }
            return some;
        } finally {
            lock.unlock();
        }
    }

    private void send(List<Announcement> some) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, CHANNEL);
            statement.setString(2, new AnnouncementText(sender, some).format());
            statement.execute();
        } catch (SQLException unreachable) {
            log.debug("Other nodes were not told of {}", some, unreachable);
        }
    }

    /** Sends what waits, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing.countDown();
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
