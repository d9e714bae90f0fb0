package org.jobplatform.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.RunNumber;

/**
 * Numbers for new runs, taken from the database in blocks: rising, from 1 again after the largest, leaving out those of
 * runs that are still kept.
 */
final class RunNumbers {
    static final int BLOCK = 2_000;

    private static final long LARGEST = Integer.MAX_VALUE;

    private final Sessions sessions;
    private final RowLocks locks;
    private final Deque<Integer> free = new ArrayDeque<>();

    RunNumbers(Sessions sessions, RowLocks locks) {
        this.sessions = sessions;
        this.locks = locks;
    }

    /** The next numbers; those that are not used are lost. */
    synchronized Iterator<RunNumber> take(int count) {
        while (free.size() < count) {
            free.addAll(sessions.write("taking run numbers", this::block));
        }
        List<RunNumber> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(new RunNumber(free.remove()));
        }
        return taken.iterator();
    }

    private Deque<Integer> block(StatelessSession session) {
        long first = locks.nextNumber(session);
        long last = Math.min(first + BLOCK - 1, LARGEST);
        session.createNativeMutationQuery("update number_block set next_value = :next where name = 'run'")
                .setParameter("next", last == LARGEST ? 1 : last + 1)
                .executeUpdate();
        Set<Integer> kept = new HashSet<>(session.createSelectionQuery(
                        "select r.number from RunEntity r where r.number between :first and :last", Integer.class)
                .setParameter("first", (int) first)
                .setParameter("last", (int) last)
                .getResultList());
        Deque<Integer> block = new ArrayDeque<>();
        for (long number = first; number <= last; number++) {
            if (!kept.contains((int) number)) {
                block.add((int) number);
            }
        }
        return block;
    }
}
