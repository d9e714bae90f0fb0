package org.jobplatform.persistence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jobplatform.application.port.StorageUnavailable;

/**
 * Lets concurrent changes share a transaction: while one group is being committed, the next one gathers. Nothing waits for
 * company; a change that comes alone is committed alone.
 *
 * <p>One thread of its own commits the groups, and not the callers in turn: a caller may be interrupted at any time, and an
 * interrupt in the middle of a commit would break the connection, and with it the changes of all others.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LARGEST_GROUP = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_GROUPS = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final GroupWriter writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Change<?>> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;

    GroupCommit(Sessions sessions, GroupWriter writer) {
        this.sessions = sessions;
        this.writer = writer;
        this.thread = Thread.ofPlatform().daemon().name("group-commit").unstarted(this::commitGroups);
    }

    /** Begins to commit. */
    void start() {
        thread.start();
    }

    /**
     * Makes a change and returns when it is durable.
     *
     * @throws StorageUnavailable when that cannot be known
     */
    <R> R make(Change<R> change) {
        enqueue(change);
        if (!change.isToldWithin(PATIENCE) && withdraw(change)) {
            throw unavailable("the database did not answer in time");
        }
        // Once it is being committed, the time-outs of the connection end the wait, and only then is anything known.
        return change.outcome();
    }

    /** Commits what waits, refuses what comes later, and returns when the thread has ended. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(LAST_GROUPS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(Change<?> change) {
        lock.lock();
        try {
            if (closed) {
                throw unavailable("the database is closed");
            }
            waiting.add(change);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean withdraw(Change<?> change) {
        lock.lock();
        try {
            return waiting.remove(change);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for changes and takes them; none once it is closed and nothing waits. */
    private List<Change<?>> gather() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<Change<?>> group = new ArrayList<>();
            while (!waiting.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(waiting.remove());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void commitGroups() {
        for (List<Change<?>> group = gather(); !group.isEmpty(); group = gather()) {
            commit(group);
        }
    }

    private void commit(List<Change<?>> group) {
        try {
            writer.prepare(group);
            sessions.writeOnce("a group of changes", session -> writer.write(session, group));
        } catch (StorageUnavailable | Error broken) {
            group.forEach(change -> change.refuse(new StorageUnavailable("a change", broken)));
        } catch (RuntimeException refused) {
            // Rolled back because of at least one of them: each gets a transaction of its own, so that one fails alone.
            group.forEach(this::commitAlone);
            return;
        }
        group.forEach(Change::tell);
    }

    private void commitAlone(Change<?> change) {
        List<Change<?>> alone = List.of(change);
        try {
            sessions.write("a change", session -> {
                writer.prepare(alone);
                return writer.write(session, alone);
            });
        } catch (RuntimeException failure) {
            change.refuse(failure);
        } catch (Error broken) {
            change.refuse(new StorageUnavailable("a change", broken));
        }
        change.tell();
    }

    private static StorageUnavailable unavailable(String why) {
        return new StorageUnavailable("a change", new IllegalStateException(why));
    }
}
