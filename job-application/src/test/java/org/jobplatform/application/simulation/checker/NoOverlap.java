package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Integer, Integer> units = new HashMap<>();
        for (Effect effect : effects) {
            boolean late = begin.when().isBefore(effect.when())
                    && effect.attempt() < begin.attempt()
                    && effect.kind() != Effect.Kind.END;
            if (!late) {
                continue;
            }
            boolean excused = effect.kind() == Effect.Kind.UNIT_END
                    && units.merge(effect.attempt(), 1, Integer::sum) == 1
                    && stoodStill(history, begin, effect);
            if (!excused) {
                broken.add("attempt " + effect.attempt() + " of run " + begin.run() + " was at work on "
                        + effect.node() + " at " + effect.when() + " after attempt " + begin.attempt()
                        + " had begun on " + begin.node() + " at " + begin.when());
                return;
            }
        }
    }

    /** While the newer attempt began, or from then on until the unit was done. */
    private static boolean stoodStill(ClusterHistory history, Effect newer, Effect late) {
        return history.faults().stream()
                .filter(fault -> fault.kind() == Fault.Kind.LONG_FREEZE || fault.kind() == Fault.Kind.SLEEP)
                .anyMatch(fault -> fault.hinders(
                        late.node(), newer.when().time(), late.when().time()));
    }

    private static boolean mayBeRepeated(ClusterHistory history, RunId id) {
        Run run = history.commitsOf(id).getFirst().run();
        JobDefinition job = history.jobOf(run);
        return job.onLost() == OnLost.RETRY || job.retry().attempts() > 1;
    }
}
