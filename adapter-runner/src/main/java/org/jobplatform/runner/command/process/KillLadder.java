package org.jobplatform.runner.command.process;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Ends everything a {@link ProcessTree} finds: first asking, then by force, and believes it only after two looks in a
 * row that find nothing. Interrupting the thread does not cut it short.
 */
final class KillLadder {

    private static final Duration STEP = Duration.ofMillis(15);

    private final ProcessTree tree;
    private final Duration forceTimeout;

    /** The time-out is for the second part, in which everything is killed again and again. */
    KillLadder(ProcessTree tree, Duration forceTimeout) {
        this.tree = tree;
        this.forceTimeout = forceTimeout;
    }

    /** TERM for all that are not spared, then what was asked, the grace period unless impatience comes first, {@link #force}. */
    List<Survivor> stop(
            Duration grace, BooleanSupplier impatient, Predicate<ProcessEntry> spared, Runnable afterAsking) {
        List<ProcessEntry> found = tree.scan();
        found.stream().filter(spared.negate()).forEach(Signal.TERM::send);
        afterAsking.run();
        long begin = System.nanoTime();
        while (!impatient.getAsBoolean()
                && System.nanoTime() - begin < grace.toNanos()
                && found.stream().anyMatch(tree::isAlive)) {
            Pause.of(STEP);
        }
        return force(() -> false);
    }

    /** KILL until nothing is left, until the time is over, or until told to give up; returns what is left then. */
    List<Survivor> force(BooleanSupplier givenUp) {
        long begin = System.nanoTime();
        boolean emptyBefore = false;
        while (true) {
            List<ProcessEntry> found = tree.scan();
            if (found.isEmpty() && emptyBefore) {
                return List.of();
            }
            found.forEach(Signal.KILL::send);
            if (givenUp.getAsBoolean() || System.nanoTime() - begin >= forceTimeout.toNanos()) {
                Pause.of(STEP);
                return tree.survivors(tree.scan());
            }
            emptyBefore = found.isEmpty();
            Pause.of(STEP);
        }
    }
}
