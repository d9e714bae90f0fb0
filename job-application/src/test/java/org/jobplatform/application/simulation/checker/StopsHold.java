package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.StopMode;

/**
 * A run that is asked to stop begins no unit of work ten seconds later, and is never started again; one that has ended begins
 * none at all. A node that is kept from hearing has its ten seconds when it can hear again. A runner that follows no wish is
 * written off, and its run is not said to be stopped.
 */
final class StopsHold implements Rule {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "C12";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.stops().stream()
                .filter(stop -> stop.answer() == Answer.OK && !history.deaf().contains(stop.run()))
                .forEach(stop -> judge(history, stop, broken));
        history.effects()
                .forEach((id, effects) -> history.endOf(id)
                        .filter(end -> !history.deaf().contains(id))
                        .ifPresent(end -> effects.stream()
                                .filter(effect -> isWork(effect) && end.when().isBefore(effect.when()))
                                .findFirst()
                                .ifPresent(effect -> broken.add(
                                        "run " + id + " was " + end.run().status() + " at " + end.when()
                                                + " and at work at " + effect.when()))));
        return broken;
    }

    private static void judge(ClusterHistory history, Stop stop, List<String> broken) {
        Optional<String> node = history.commitsOf(stop.run()).stream()
                .filter(commit -> commit.when().isBefore(stop.answered()))
                .reduce((earlier, later) -> later)
                .flatMap(commit -> commit.run().owner())
                .map(Owner::node);
        Duration from = stop.answered().time();
        Duration deadline =
                node.map(owner -> history.afterPeaceOf(owner, from, LONGEST)).orElse(from);
        for (Effect effect : history.effectsOf(stop.run())) {
            boolean after = stop.answered().isBefore(effect.when());
            if (after && effect.kind() == Effect.Kind.BEGIN && isAnother(history, stop, effect)) {
                broken.add("run " + stop.run() + " was to stop at " + stop.answered() + " and began anew at "
                        + effect.when());
            }
            boolean late = after && effect.when().time().compareTo(deadline) > 0;
            if (late && isWork(effect) && stop.mode() != StopMode.CLEAN) {
                broken.add(
                        "run " + stop.run() + " was to stop at " + stop.answered() + " and worked at " + effect.when());
            }
        }
    }

    /** The attempt at the time of the stop may be about to begin. */
    private static boolean isAnother(ClusterHistory history, Stop stop, Effect begin) {
        return history.commitsOf(stop.run()).stream()
                .filter(commit -> commit.when().isBefore(stop.answered()))
                .allMatch(commit -> commit.run().attempt() < begin.attempt());
    }

    private static boolean isWork(Effect effect) {
        return effect.kind() == Effect.Kind.BEGIN || effect.kind() == Effect.Kind.UNIT_BEGIN;
    }
}
