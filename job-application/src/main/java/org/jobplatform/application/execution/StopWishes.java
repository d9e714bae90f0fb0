package org.jobplatform.application.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jobplatform.domain.run.StopMode;

/** The wishes that one attempt stops: the strongest so far, why it was first told, and who listens. */
final class StopWishes {
    /**
     * A wish that something still at work has not followed.
     *
     * @param waited since it was raised
     */
    record Unfollowed(StopMode mode, StopCause cause, Duration waited) {}

    private final List<Listener> listeners = new ArrayList<>();
    private final LongSupplier nanoTime;
    private Optional<StopMode> strongest = Optional.empty();
    private Optional<StopCause> cause = Optional.empty();
    private long raisedAt;
    private boolean closed;

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    StopWishes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Tells the listeners; the first cause counts, except that being fenced off overrides every other. */
    void raise(StopMode mode, StopCause because) {
        List<Listener> told;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (cause.isEmpty() || because == StopCause.FENCED) {
                cause = Optional.of(because);
            }
            if (strongest.isPresent() && !mode.isStrongerThan(strongest.get())) {
                return;
            }
            strongest = Optional.of(mode);
            raisedAt = nanoTime.getAsLong();
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.hear(mode));
    }

    /** Nothing is at work any more: what comes from now on changes nothing. */
    synchronized void close() {
        closed = true;
    }

    /** Adds a listener, who hears the strongest wish at once when there is one. */
    void listen(Consumer<StopMode> consumer) {
        Listener listener = new Listener(consumer);
        Optional<StopMode> already;
        synchronized (this) {
            listeners.add(listener);
            already = strongest;
        }
        already.ifPresent(listener::hear);
    }

    synchronized Optional<StopMode> strongest() {
        return strongest;
    }

    /** The strongest wish, while what it is for goes on. */
    synchronized Optional<Unfollowed> unfollowed() {
        Duration waited = Duration.ofNanos(nanoTime.getAsLong() - raisedAt);
        return closed ? Optional.empty() : strongest.map(mode -> new Unfollowed(mode, cause.orElseThrow(), waited));
    }

    synchronized Optional<StopCause> cause() {
        return cause;
    }

    /** Hears each wish once and never a weaker one after a stronger, whatever threads they come from. */
    private static final class Listener {
        private final Consumer<StopMode> consumer;
        private Optional<StopMode> heard = Optional.empty();

        Listener(Consumer<StopMode> consumer) {
            this.consumer = consumer;
        }

        synchronized void hear(StopMode mode) {
            if (heard.isPresent() && !mode.isStrongerThan(heard.get())) {
                return;
            }
            heard = Optional.of(mode);
            try {
                consumer.accept(mode);
            } catch (RuntimeException broken) {
                // A runner that cannot hear must not keep the runs after it from hearing.
                return;
            }
        }
    }
}
