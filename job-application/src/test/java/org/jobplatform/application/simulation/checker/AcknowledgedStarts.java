package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.RunId;

/** A start that was answered with success has its run, and what began for a run is an attempt that was claimed before. */
final class AcknowledgedStarts implements Rule {
    @Override
    public String id() {
        return "C1";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        for (Start start : history.starts()) {
            start.run()
                    .filter(run -> !isOf(history, start, run))
                    .ifPresent(run -> broken.add("start " + start.token() + " was answered with run " + run
                            + ", which is not kept as its run"));
        }
        history.effects()
                .values()
                .forEach(effects -> effects.stream()
                        .filter(effect -> effect.kind() == Effect.Kind.BEGIN)
                        .filter(begin -> !isClaimed(history, begin))
                        .forEach(begin ->
                                broken.add("attempt " + begin.attempt() + " of run " + begin.run() + " began on "
                                        + begin.node() + " at " + begin.when() + " without a claim of that node")));
        return broken;
    }

    private static boolean isOf(ClusterHistory history, Start start, RunId run) {
        return history.commitsOf(run).stream()
                .findFirst()
                .filter(first -> first.run().request().argument().equals(Optional.of(start.token())))
                .isPresent();
    }

    private static boolean isClaimed(ClusterHistory history, Effect begin) {
        return history.commitsOf(begin.run()).stream()
                .filter(commit -> commit.when().isBefore(begin.when()))
                .anyMatch(commit -> commit.run().attempt() == begin.attempt()
                        && commit.run()
                                .owner()
                                .filter(owner -> owner.node().equals(begin.node()))
                                .isPresent());
    }
}
