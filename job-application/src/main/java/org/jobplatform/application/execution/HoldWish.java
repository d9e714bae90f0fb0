package org.jobplatform.application.execution;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Whether one attempt is to be held, and who listens. */
final class HoldWish {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private boolean held;
    private boolean released;

    /** To be held or not, from now on; to be followed by {@link #tell}. Never held again once it was released. */
    synchronized void set(boolean wanted) {
        held = wanted && !released;
    }

    /** Not to be held any more, whatever comes; to be followed by {@link #tell}. */
    synchronized void release() {
        released = true;
        held = false;
    }

    synchronized boolean isHeld() {
        return held;
    }

    /** Tells the listeners how it is now, unless they know. */
    void tell() {
        listeners.forEach(Listener::hear);
    }

    /** Adds a listener, who hears at once when the attempt is to be held. */
    void listen(Consumer<Boolean> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        listener.hear();
    }

    /** Hears how it is and not what was said, so that the last word counts, whatever threads the words come from. */
    private final class Listener {
        private final Consumer<Boolean> consumer;
        private boolean heard;

        Listener(Consumer<Boolean> consumer) {
            this.consumer = consumer;
        }

        synchronized void hear() {
            boolean now = isHeld();
            if (now == heard) {
                return;
            }
            heard = now;
            try {
                consumer.accept(now);
            } catch (RuntimeException broken) {
                // A runner that cannot hear must not keep the runs after it from hearing.
                return;
            }
        }
    }
}
