package org.jobplatform.faults.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a trial in which one thing is broken, with a row of its own. */
final class Phase {
    private final String name;
    private final List<Instant> deaths = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Optional<Duration> detection = Optional.empty();
    private Optional<Duration> recovery = Optional.empty();

    /** @param name is a part of the keys of its starts */
    Phase(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The key of one of its starts. A run's id as well when it begins with {@code id}. */
    String key(String kind, Object number) {
        return kind + mark() + number;
    }

    boolean has(String key) {
        return key.contains(mark());
    }

    private String mark() {
        return "." + name.replace(' ', '-') + ".";
    }

    void noteDeath(Instant time) {
        deaths.add(time);
    }

    void noteDetection(Duration time) {
        detection = later(detection, time);
    }

    void noteRecovery(Duration time) {
        recovery = later(recovery, time);
    }

    synchronized void complain(String what) {
        complaints.add(what);
    }

    List<Instant> deaths() {
        return List.copyOf(deaths);
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    Optional<Duration> detection() {
        return detection;
    }

    Optional<Duration> recovery() {
        return recovery;
    }

    private static Optional<Duration> later(Optional<Duration> one, Duration other) {
        return Optional.of(one.filter(known -> known.compareTo(other) > 0).orElse(other));
    }
}
