package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.StopMode;

/**
 * Units of work are done one after the other without a gap; a clean stop lets the one in hand be done, and none is begun a
 * second after its node can have heard of the wish.
 */
final class CleanStops implements Rule {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "C13";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.effects().values().forEach(effects -> {
            for (Effect effect : effects) {
                if (effect.kind() == Effect.Kind.UNIT_BEGIN && effect.unit() > 1 && !follows(effects, effect)) {
                    broken.add("unit " + effect.unit() + " of run " + effect.run()
                            + " was begun before the one before it was done");
                }
            }
        });
        history.stops().stream()
                .filter(stop -> stop.answer() == Answer.OK && stop.mode() == StopMode.CLEAN)
                .filter(stop -> !history.deaf().contains(stop.run()))
                .forEach(stop -> judge(history, stop, broken));
        return broken;
    }

    private static boolean follows(List<Effect> effects, Effect begun) {
        return effects.stream()
                .filter(effect -> effect.attempt() == begun.attempt() && effect.kind() == Effect.Kind.UNIT_END)
                .anyMatch(effect ->
                        effect.unit() == begun.unit() - 1 && effect.when().isBefore(begun.when()));
    }

    private static void judge(ClusterHistory history, Stop stop, List<String> broken) {
        Optional<Owner> owner = history.commitsOf(stop.run()).stream()
                .filter(commit -> commit.when().isBefore(stop.answered()))
                .reduce((earlier, later) -> later)
                .flatMap(commit -> commit.run().owner());
        if (owner.isEmpty()) {
            return;
        }
        Duration from = stop.answered().time();
        Duration deadline = history.afterPeaceOf(owner.get().node(), from, LONGEST);
        List<Effect> effects = history.effectsOf(stop.run());
        effects.stream()
                .filter(effect -> effect.kind() == Effect.Kind.UNIT_BEGIN
                        && effect.when().time().compareTo(deadline) > 0)
                .findFirst()
                .ifPresent(late -> broken.add("run " + stop.run() + " was to stop cleanly at " + stop.answered()
                        + " and began unit " + late.unit() + " at " + late.when()));
        boolean cutOff = effects.stream()
                        .filter(effect -> effect.kind() == Effect.Kind.UNIT_BEGIN)
                        .count()
                != effects.stream()
                        .filter(effect -> effect.kind() == Effect.Kind.UNIT_END)
                        .count();
        if (cutOff && isLeftToItself(history, stop, owner.get())) {
            broken.add(
                    "run " + stop.run() + " was to stop cleanly at " + stop.answered() + " and was cut off in a unit");
        }
    }

    /** Nothing else ends a unit before its time. */
    private static boolean isLeftToItself(ClusterHistory history, Stop stop, Owner owner) {
        boolean only = history.stops().stream()
                .filter(other -> other.run().equals(stop.run()) && other.answer() != Answer.FAIL)
                .allMatch(other -> other.mode() == StopMode.CLEAN);
        Optional<Commit> end = history.endOf(stop.run());
        return only
                && end.isPresent()
                && history.commitsOf(stop.run()).stream()
                        .noneMatch(commit -> commit.run().attempt() > 1 || isAskedForMore(commit))
                && history.jobOf(end.get().run()).timeout().isEmpty()
                && !history.isHindered(
                        owner.node(), Duration.ZERO, end.get().when().time());
    }

    /** A run that is replaced by another is not asked by a client. */
    private static boolean isAskedForMore(Commit commit) {
        return commit.run().state() instanceof RunState.Stopping stopping
                && stopping.request().mode() != StopMode.CLEAN;
    }
}
