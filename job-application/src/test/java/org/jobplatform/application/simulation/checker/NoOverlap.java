package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.List;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * No two attempts of a run are at work together, and a run that is not to be repeated begins once. Work of this kind is done
 * within the server: the one unit that a node had in hand when it stood still may be done late, and none after it.
 */
final class NoOverlap implements Rule {
    @Override
    public String id() {
        return "C6";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.effects().forEach((id, effects) -> {
            List<Effect> begins = effects.stream()
                    .filter(effect -> effect.kind() == Effect.Kind.BEGIN)
                    .toList();
            if (begins.size() > 1 && !mayBeRepeated(history, id)) {
                broken.add("run " + id + " is not to be repeated and began " + begins.size() + " times");
            }
            begins.forEach(begin -> judge(history, begin, effects, broken));
        });
        return broken;
    }

    private static void judge(ClusterHistory history, Effect begin, List<Effect> effects, List<String> broken) {
        effects.stream()
                .filter(effect -> begin.when().isBefore(effect.when()) && effect.attempt() < begin.attempt())
                .filter(effect -> effect.kind() != Effect.Kind.END && !wasCutByAFreeze(history, begin, effect, effects))
                .findFirst()
                .ifPresent(effect -> broken.add("attempt " + effect.attempt() + " of run " + begin.run()
                        + " was at work on " + effect.node() + " at " + effect.when() + " after attempt "
                        + begin.attempt() + " had begun on " + begin.node() + " at " + begin.when()));
    }

    /** It is the end of a unit that was begun before the newer attempt, and in which its node stood still. */
    private static boolean wasCutByAFreeze(ClusterHistory history, Effect newer, Effect late, List<Effect> effects) {
        return late.kind() == Effect.Kind.UNIT_END
                && effects.stream()
                        .filter(effect -> effect.kind() == Effect.Kind.UNIT_BEGIN)
                        .filter(effect -> effect.attempt() == late.attempt() && effect.unit() == late.unit())
                        .filter(unit -> unit.when().isBefore(newer.when()))
                        .anyMatch(unit -> history.faults().stream()
                                .filter(NoOverlap::isFreeze)
                                .anyMatch(fault -> fault.hinders(
                                        late.node(),
                                        unit.when().time(),
                                        late.when().time())));
    }

    private static boolean isFreeze(Fault fault) {
        return switch (fault.kind()) {
            case SHORT_FREEZE, LONG_FREEZE, SLEEP -> true;
            default -> false;
        };
    }

    private static boolean mayBeRepeated(ClusterHistory history, RunId id) {
        Run run = history.commitsOf(id).getFirst().run();
        JobDefinition job = history.jobOf(run);
        return job.onLost() == OnLost.RETRY || job.retry().attempts() > 1;
    }
}
