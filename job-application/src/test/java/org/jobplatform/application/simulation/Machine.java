package org.jobplatform.application.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jobplatform.application.port.RunExamples;

/** What outlives the process of a node: its name and its clocks. */
final class Machine {
    private static final int MILLION = 1_000_000;

    private final String name;
    private final int workers;
    private final Agenda agenda;
    private Duration error = Duration.ZERO;
    private int drift;

    Machine(String name, int workers, Agenda agenda) {
        this.name = name;
        this.workers = workers;
        this.agenda = agenda;
    }

    String name() {
        return name;
    }

    int workers() {
        return workers;
    }

    /** The clock on the wall is wrong by this from now on. */
    void setClock(Duration wrongBy) {
        error = wrongBy;
    }

    /** From the beginning on, its clocks have gone too fast by so many parts in a million; too slow when negative. */
    void setDrift(int partsPerMillion) {
        drift = partsPerMillion;
    }

    /** Time that only goes forward. */
    long nanoTime() {
        long now = agenda.nanos();
        return now + now / MILLION * drift;
    }

    /** The clock on the wall. */
    Instant clock() {
        return RunExamples.NOW.plusNanos(nanoTime()).plus(error);
    }
}
