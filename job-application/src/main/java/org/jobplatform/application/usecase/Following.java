package org.jobplatform.application.usecase;

import java.time.Instant;
import java.util.List;

/**
 * A look at changes that goes on where the one before has ended. Between two looks a run may pass through several states;
 * the last is told. None is ever left untold for which a run rests, some may be told twice. Not safe for several threads.
 */
public interface Following {
    /** What has changed since the look before; at most some hundreds, the rest at the next looks. */
    List<RunEvent> look();

    /** Whether there is more to be told at once. */
    boolean hasMore();

    /** Where to go on from, to miss nothing that was not told. */
    Instant position();

    /** Whether nothing can change any more. */
    boolean isOver();
}
