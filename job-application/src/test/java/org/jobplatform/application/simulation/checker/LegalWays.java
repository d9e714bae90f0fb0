package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.List;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunStatus;

/** A run moves along the table of states, its version counts its changes, and neither its times nor its progress go back. */
final class LegalWays implements Rule {
    @Override
    public String id() {
        return "C4";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.commits().values().forEach(commits -> {
            Run first = commits.getFirst().run();
            if (first.version() != 1
                    || (first.status() != RunStatus.QUEUED
                            && first.status() != RunStatus.STARTING
                            && !isFailedStart(first))) {
                broken.add("run " + first.id() + " came into being as " + words(first));
            }
            for (int i = 1; i < commits.size(); i++) {
                Run before = commits.get(i - 1).run();
                Run after = commits.get(i).run();
                if (!isLegal(before, after)) {
                    broken.add("run " + after.id() + " went from " + words(before) + " to " + words(after) + " at "
                            + commits.get(i).when());
                }
            }
        });
        return broken;
    }

    private static boolean isLegal(Run before, Run after) {
        boolean moves = before.status() != after.status();
        boolean edge = moves
                ? before.status().successors().contains(after.status())
                : !before.isEnded() && before.status() != RunStatus.QUEUED;
        return edge
                && after.version() == before.version() + 1
                && !after.state().since().isBefore(before.state().since())
                && after.progress().percent() >= before.progress().percent();
    }

    /** What follows in a chain and cannot be started. */
    private static boolean isFailedStart(Run first) {
        return first.status() == RunStatus.FAILED
                && first.attempt() == 0
                && first.parent().isPresent();
    }

    private static String words(Run run) {
        return run.status() + " (version " + run.version() + ", attempt " + run.attempt() + ", "
                + run.progress().percent() + " %, since " + run.state().since() + ")";
    }
}
