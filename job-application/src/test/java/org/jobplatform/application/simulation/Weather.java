package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jobplatform.application.simulation.checker.Fault;

/** Which faults there are in one life of a cluster, and how often; none once it has cleared up. */
final class Weather {
    /** So many times in a thousand calls. */
    private static final Map<Fault.Kind, Integer> BY_CALL = new EnumMap<>(Map.of(
            Fault.Kind.CALL_LOST, 60,
            Fault.Kind.ANSWER_LOST, 60,
            Fault.Kind.CALL_LATE, 60,
            Fault.Kind.SHORT_FREEZE, 4,
            Fault.Kind.LONG_FREEZE, 15,
            Fault.Kind.CRASH, 2));

    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private final Chance chance;
    private final Map<Fault.Kind, Integer> strength = new EnumMap<>(Fault.Kind.class);
    private final Duration lasts;
    private boolean clear;

    Weather(Chance chance) {
        this.chance = chance;
        this.lasts = SHORTEST.plus(chance.millis(0, 35_000));
        boolean calm = chance.percent(12);
        for (Fault.Kind kind : Fault.Kind.values()) {
            strength.put(kind, calm || !chance.percent(35) ? 0 : chance.between(1, 3));
        }
    }

    /** How long it lasts. */
    Duration lasts() {
        return lasts;
    }

    /** From now on nothing goes wrong. */
    void clearUp() {
        clear = true;
    }

    boolean isClear() {
        return clear;
    }

    /** How many faults of this kind come by themselves. */
    int storms(Fault.Kind kind) {
        return strength.getOrDefault(kind, 0);
    }

    /** Says whether this fault befalls the call that is being made. */
    boolean strikes(Fault.Kind kind) {
        return !clear && chance.permille(storms(kind) * BY_CALL.getOrDefault(kind, 0) / 3);
    }
}
