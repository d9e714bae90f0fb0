package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.PriorityQueue;

/** Virtual time, and what is to happen when. Of what is due at one moment, chance says what comes first. */
final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Chance chance;
    private long now;
    private long count;

    private record Entry(long at, int turn, long number, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            if (at != other.at) {
                return Long.compare(at, other.at);
            }
            return turn != other.turn ? Integer.compare(turn, other.turn) : Long.compare(number, other.number);
        }
    }

    Agenda(Chance chance) {
        this.chance = chance;
    }

    /** Nanoseconds since the beginning. */
    long nanos() {
        return now;
    }

    /** Time since the beginning. */
    Duration time() {
        return Duration.ofNanos(now);
    }

    /** To happen after so long. */
    void after(Duration delay, Runnable what) {
        entries.add(new Entry(now + delay.toNanos(), chance.any(), count++, what));
    }

    /** To happen as soon as what happens now is over. */
    void soon(Runnable what) {
        after(Duration.ZERO, what);
    }

    /** Lets happen what comes next. */
    void next() {
        Entry entry = entries.remove();
        now = Math.max(now, entry.at);
        entry.what.run();
    }

    /** Lets time pass in which nothing can happen. */
    void leap(Duration length) {
        now += length.toNanos();
    }
}
