package org.jobplatform.persistence;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.StorageUnavailable;

/**
 * Lets concurrent changes share transactions. Nothing waits for company; a change that comes alone is committed alone. Changes
 * that could meet in one row, or must keep their order, take the same {@link Flusher}, so that its groups never wait for those
 * of another.
 */
final class GroupCommit implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS = 5;

    private final Sessions sessions;
    private final List<Flusher> flushers;

    /**
     * @param others is told, after the commit, what other nodes need not wait for
     * @param count groups that may be committed at once
     */
    GroupCommit(Sessions sessions, GroupWriter writer, Consumer<Announcement> others, int count) {
        this.sessions = sessions;
        this.flushers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Flusher("group-commit-" + number, sessions, writer, others))
                .toList();
    }

    /** Begins to commit. */
    void start() {
        flushers.forEach(Flusher::start);
    }

    /**
     * Makes a change and returns when it is durable.
     *
     * @throws StorageUnavailable when that cannot be known
     */
    <R> R make(Change<R> change) {
        Flusher flusher = flushers.get(Math.floorMod(change.route().hashCode(), flushers.size()));
        flusher.enqueue(change);
        for (int looks = 1; !change.isToldWithin(BETWEEN_LOOKS); looks++) {
            // Once it is being committed, the time-outs of the connection end the wait, and only then is anything
            // known. What waits for a full disk has no time-out.
            boolean heldUp = sessions.areHeldUp();
            if ((heldUp || looks >= LOOKS) && (flusher.withdraw(change) || heldUp)) {
                throw unavailable("the database did not answer in time");
            }
        }
        return change.outcome();
    }

    /** Commits what waits, refuses what comes later, and returns when nothing is committed any more. */
    @Override
    public void close() {
        flushers.forEach(Flusher::refuse);
        flushers.forEach(Flusher::close);
    }

    static StorageUnavailable unavailable(String why) {
        return new StorageUnavailable("a change", new IllegalStateException(why));
    }
}
