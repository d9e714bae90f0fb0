package org.jobplatform.persistence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.StorageUnavailable;

/**
 * A thread that commits changes in groups: while one group is being committed, the next one gathers. A thread of its own, and
 * not the callers in turn: a caller may be interrupted at any time, and an interrupt in the middle of a commit would break the
 * connection, and with it the changes of all others.
 */
final class Flusher implements AutoCloseable {
    private static final int LARGEST_GROUP = 512;
    private static final Duration LAST_GROUPS = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final GroupWriter writer;
    private final Consumer<Announcement> others;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Change<?>> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;

    /** @param others is told, after the commit, what other nodes need not wait for */
    Flusher(String name, Sessions sessions, GroupWriter writer, Consumer<Announcement> others) {
        this.others = others;
        this.sessions = sessions;
        this.writer = writer;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::commitGroups);
    }

    /** Begins to commit. */
    void start() {
        thread.start();
    }

    /** Lets a change go with the next group. @throws StorageUnavailable when no group will go any more */
    void enqueue(Change<?> change) {
        lock.lock();
        try {
            if (closed) {
                throw GroupCommit.unavailable("the database is closed");
            }
            waiting.add(change);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a change back; false when it is being committed already. */
    boolean withdraw(Change<?> change) {
        lock.lock();
        try {
            return waiting.remove(change);
        } finally {
            lock.unlock();
        }
    }

    /** From now on no change is taken; what waits is still committed. */
    void refuse() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Commits what waits, refuses what comes later, and returns when the thread has ended. */
    @Override
    public void close() {
        refuse();
        try {
            thread.join(LAST_GROUPS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        List<Change<?>> left;
        try {
            left = writer.writePlain(group);
        } catch (StorageUnavailable | Error broken) {
            refuse(group, broken);
            return;
        } catch (RuntimeException refused) {
            // Rolled back because of at least one of them.
            left = group;
        }
        Set<Change<?>> undecided = Collections.newSetFromMap(new IdentityHashMap<>());
        undecided.addAll(left);
        group.stream().filter(change -> !undecided.contains(change)).forEach(this::tell);
        if (!left.isEmpty()) {
            commitWithLook(left);
        }
    }

    private void commitWithLook(List<Change<?>> group) {
        try {
            GroupWriter.Group prepared = writer.prepare(group);
            sessions.writeOnce("a group of changes", prepared::write);
        } catch (StorageUnavailable | Error broken) {
            refuse(group, broken);
            return;
        } catch (RuntimeException refused) {
            // Each gets a transaction of its own, so that the one that is refused fails alone.
            group.forEach(this::commitAlone);
            return;
        }
        group.forEach(this::tell);
    }

    private void refuse(List<Change<?>> group, Throwable broken) {
        group.forEach(change -> change.refuse(new StorageUnavailable("a change", broken)));
        group.forEach(this::tell);
    }

    private void commitAlone(Change<?> change) {
        try {
            sessions.writeHere(
                    "a change", session -> writer.prepare(List.of(change)).write(session));
        } catch (RuntimeException failure) {
            change.refuse(failure);
        } catch (Error broken) {
            change.refuse(new StorageUnavailable("a change", broken));
        }
        tell(change);
    }

    private void tell(Change<?> change) {
        change.tell();
        change.news().ifPresent(others);
    }
}
