package org.jobplatform.application.usecase;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jobplatform.application.limit.LimitFailure;

/**
 * Lets two passwords be judged at once, in the order in which they came: each costs memory and processor time on purpose,
 * and no more than one further guess slips in before a wrong one has counted.
 */
final class PasswordTurns {
    static final int AT_ONCE = 2;
    static final int MOST_WAITING = 100;

    /** About as long as a full queue takes. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicInteger present = new AtomicInteger();

    /** Waits for a turn. @throws LimitFailure.Full when too many wait already */
    <T> T take(Supplier<T> judge) {
        if (present.incrementAndGet() > AT_ONCE + MOST_WAITING) {
            present.decrementAndGet();
            throw new LimitFailure.Full("too many logins are waiting", COME_AGAIN);
        }
        turns.acquireUninterruptibly();
        try {
            return judge.get();
        } finally {
            turns.release();
            present.decrementAndGet();
        }
    }
}
